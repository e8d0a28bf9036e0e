// Chinese texts of the language server: why something was not checked, what could not be done.
export const zhServer = {
  'server.deadline': '分析在 {seconds} 秒内没有完成，本文档未检查，修改后会再试',
  'server.crash': '分析本文档时出错，本文档未检查，修改后会再试',
  'server.quarantined': '本文档两次使分析中断，内容改变之前不再检查',
  'server.library': '案例库的模板、标准或配置无法完成分析，本文档未检查',
  'server.unavailable': '分析进程无法启动，本文档未检查，详情见日志',
  'server.out-of-sync': '编辑器与服务器的文本不一致，暂停检查，重新打开本文档即可恢复',
  'server.edit-refused': '编辑器没有应用修改：{reason}',
  'server.settings-invalid': '设置中有无效的值，已使用默认值：{problems}',
  'server.no-folder': '先打开一个文件夹，新文档才有去处',
  'server.no-template': '这种文档没有模板，无法新建',
  'more-findings': '还有 {count} 条，打开本文档可查看全部',
  'more-findings.only': '共 {count} 条，打开本文档可查看',
  'server.origin': '要求出自这里',
} as const;
