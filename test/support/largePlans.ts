// Plans of any length in the shapes that teams write, for tests and benchmarks of growth. Every text holds about as many
// items as asked for; names are all different unless the shape is about equal ones.

export const largePlans: Readonly<Record<string, (items: number) => string>> = {
  'details, lists and a table': details,
  'chained phases': phases,
  'weeks and efforts': weeks,
  'rows that need each other': rows,
  'equal rows': (count) => table(numbers(count).map(() => '| TASK | 对账指南 | P0 | 2 天 | ⏳ 待开始 |')),
  'equal headings': (count) =>
    `# 计划\n\n${numbers(count)
      .map(() => '#### 1.1 对账指南（P0）\n\n**文件**: `docs/a.md`\n**状态**: ⏳ 待开始\n')
      .join('\n')}`,
  'files and days': filesAndDays,
  'gaps and goals': gaps,
  'rules, notes and milestones': rules,
  'tasks and progress': tasks,
};

const KINDS = ['对账', '退款', '登录', '风控', '结算', '限流', '缓存', '索引', '迁移', '备份', '审计', '监控'] as const;
const PARTS = ['指南', '手册', '案例', '教程', '实践', '设计', '流程', '详解', '规范', '总结', '清单'] as const;

/** A name of its own for each number: 对账12指南. */
function nameOf(index: number): string {
  const kind = KINDS[index % KINDS.length] ?? '';
  const part = PARTS[index % PARTS.length] ?? '';
  return `${kind}${wordOf(index)}${part}`;
}

/** Two Chinese characters for each number, so that words differ as they do in real names. */
function wordOf(index: number): string {
  return String.fromCharCode(0x4e00 + ((index * 7) % 6_000), 0x5e00 + ((index * 13) % 6_000));
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function per<T>(count: number, size: number, make: (first: number, members: readonly number[]) => T): readonly T[] {
  return numbers(Math.ceil(count / size)).map((group) => {
    const first = group * size;
    return make(
      first,
      numbers(Math.min(size, count - first)).map((index) => first + index),
    );
  });
}

function details(count: number): string {
  const groups = per(count, 5, (first, members) => {
    const number = first / 5 + 1;
    const items = members.map(
      (index) =>
        `#### ${number}.${(index % 5) + 1} ${nameOf(index)}\n**文件:** \`docs/${index}.md\`\n**预计行数:** ~600 行\n\n**内容大纲:**\n- ${wordOf(index + 1)}概念\n`,
    );
    return `### ${number}. ${wordOf(first)}模块 (${members.length}个主题)\n\n${items.join('\n')}`;
  });
  const list = numbers(count).map((index) => `${index + 1}. ⏳ ${wordOf(index - (index % 5))}模块: ${nameOf(index)}`);
  const state = numbers(count).map(
    (index) => `| ${nameOf(index)} | ${wordOf(index - (index % 5))}模块 | P0 | ⏳ 待开始 | 0% |`,
  );
  return `# 文档计划\n\n## 主题\n\n${groups.join('\n')}\n## 优先级\n\n### P0 - 先做\n${list.join('\n')}\n\n## 进度\n\n| 主题 | 模块 | 优先级 | 状态 | 完成度 |\n|---|---|---|---|---|\n${state.join('\n')}\n\n**总计**: ${count} 个主题\n`;
}

function phases(count: number): string {
  const members = numbers(Math.ceil(count / 2)).map((index) => index + 1);
  const overview = members.map(
    (n) => `| **Phase ${n}** | ${nameOf(n)} | P${n % 4} | 2 周 | ${n === 1 ? '无' : `Phase ${n - 1}`} |`,
  );
  const bodies = members.map(
    (n) =>
      `## Phase ${n}：${nameOf(n)}（优先级：P${n % 4}）\n\n> **状态**：进行中\n\n#### ${n}.1 ${nameOf(n + 7)}实现（2 天）\n\n**功能**：\n- [x] 写入${wordOf(n)}\n- [ ] 读取${wordOf(n)}\n\n**依赖**: Phase ${Math.max(1, n - 1)}\n\n#### ${n}.2 ${nameOf(n + 11)}验证（1 天）\n\n**功能**：\n- [ ] 对比\n\n### 里程碑 M${n}\n\n- ✅ ${nameOf(n + 7)}完成\n`,
  );
  const arrows = members.slice(1).map((n) => `Phase ${n - 1} → Phase ${n}`);
  return `# 实施计划\n\n| 阶段 | 名称 | 优先级 | 预计工作量 | 依赖关系 |\n|---|---|---|---|---|\n${overview.join('\n')}\n\n${bodies.join('\n')}\n## 依赖关系\n\n\`\`\`text\n${arrows.join('\n')}\n\`\`\`\n\n**并行**: Phase 1 和 Phase 2 可以并行\n`;
}

function weeks(count: number): string {
  const items = numbers(count).map(
    (index) =>
      `${(index % 5) + 1}. **${nameOf(index)}**\n   - 优先级: P${index % 4}\n   - 预计工作量: 2周\n   - 依赖: ${nameOf(index + 1)}`,
  );
  const groups = per(count, 5, (first, members) => {
    const number = first / 5 + 1;
    return `### 3.${number} ${wordOf(first)}案例（${members.length}个案例，${members.length * 2}周）\n\n${members.map((index) => items[index] ?? '').join('\n\n')}\n`;
  });
  const slots = numbers(count).map((index) => `- Week ${index * 2 + 1}-${index * 2 + 2}: ${nameOf(index)}`);
  const milestones = per(count, 10, (first) => `| M${first / 10 + 1} | 第${first * 2 + 20}周 | ${nameOf(first)}完成 |`);
  return `# 案例计划\n\n${groups.join('\n')}\n## 时间表\n\n### Phase 1（P0）\n\n${slots.join('\n')}\n\n| 里程碑 | 时间 | 交付 |\n|---|---|---|\n${milestones.join('\n')}\n\n**总计**: ${count * 2}周\n`;
}

function rows(count: number): string {
  const body = numbers(count).map(
    (index) =>
      `| OPS-${index} | ${nameOf(index)} | P${index % 4} | 2 天 | ⏳ 待开始 | ${index === 0 ? 'none' : `OPS-${index - 1}`} |`,
  );
  return `# Work plan\n\n| ID | Task | Priority | Estimate | Status | Depends on |\n|---|---|---|---|---|---|\n${body.join('\n')}\n`;
}

function table(body: readonly string[]): string {
  return `# 工作计划\n\n| ID | 任务 | 优先级 | 工作量 | 状态 |\n|---|---|---|---|---|\n${body.join('\n')}\n`;
}

function filesAndDays(count: number): string {
  const folders = per(count, 4, (first, members) => {
    const number = first / 4 + 10;
    const files = members.map(
      (index) =>
        `${(index % 4) + 1}. **0${(index % 4) + 1}_${nameOf(index)}.md** (预计 1,200 行)\n\n   \`\`\`text\n   内容规划:\n   - ${wordOf(index)}\n   \`\`\`\n`,
    );
    return `### 任务组 ${number}: ${wordOf(first)} (P${(first / 4) % 3})\n\n#### ${number}_${wordOf(first)}/ (新建目录)\n\n${files.join('\n')}`;
  });
  const days = per(count, 4, (first, members) => {
    const number = first / 4 + 1;
    const slots = members.map((index) => `- ⏳ ${number + 9}_${wordOf(first)}/0${(index % 4) + 1} (1,200 行)`);
    return `### Day ${number} (P${number % 3})\n\n**上午**:\n\n${slots.join('\n')}\n`;
  });
  return `# 推进计划\n\n${folders.join('\n')}\n## 执行\n\n${days.join('\n')}\n**总计**: ${count} 个文档, ${count * 1_200} 行\n`;
}

function gaps(count: number): string {
  const lines = numbers(count).map((index) => `🔶 ${wordOf(index)}${wordOf(index + 3)}:  ❌ 缺失`);
  const boxes = numbers(count).map((index) => `- [ ] ${wordOf(index + 5)}系统案例缺失`);
  const goals = numbers(count).map(
    (index) => `${index + 1}. **${wordOf(index)}深化** - ${wordOf(index + 2)}、${nameOf(index)}`,
  );
  const items = numbers(count).map(
    (index) =>
      `#### ${index + 1}.1 ${nameOf(index + 1)}\n\n**文件**: \`docs/a${index}.md\`\n**预计行数**: 300 行\n\n**内容大纲**:\n- ${wordOf(index)}\n`,
  );
  return `# 推进计划\n\n## 🎯 目标\n\n${goals.join('\n')}\n\n## 缺口\n\n\`\`\`text\n${lines.join('\n')}\n\`\`\`\n\n### 缺失的案例\n\n${boxes.join('\n')}\n\n## 主题\n\n${items.join('\n')}`;
}

function rules(count: number): string {
  const items = numbers(count).map(
    (index) =>
      `#### ${index + 1}.1 ${nameOf(index)}\n\n**文件**: \`docs/${index}.md\`\n**预计行数**: ~300 行\n\n**设计说明**:\n- 不再采用${nameOf(index + 1)}方案\n`,
  );
  const demands = numbers(count).map((index) => `- ✅ 每个主题 ${400 + index}+ 行`);
  return `# 写作计划\n\n${items.join('\n')}\n## 🎯 成功标准\n\n### 内容\n${demands.join('\n')}\n`;
}

function tasks(count: number): string {
  const items = numbers(count).map(
    (index) =>
      `### 任务 ${index + 1}: ${nameOf(index)}\n\n**优先级**: P${index % 4}\n**状态**: ✅ 已完成\n**预计工作量**: 3 天\n\n- [x] 准备\n- [ ] 落地${wordOf(index)}（✅ 已实现）\n- [ ] 复查\n\n**验收标准**:\n- 通过评审\n`,
  );
  const progress = numbers(count).map((index) => `P${index % 4} ${wordOf(index)}主题:   ✅ 100% 完成 (1/1)`);
  return `# 任务清单\n\n${items.join('\n')}\n## 进度\n\n\`\`\`\n${progress.join('\n')}\n\`\`\`\n`;
}
