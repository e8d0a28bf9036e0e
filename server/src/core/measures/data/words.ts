// Words that tell measured figures from targets, settings and limits.
import type { UnitKind } from './units.ts';

/** What is measured: time, throughput, use of resources. */
const metric =
  /延迟|时延|响应时间|耗时|用时|吞吐|QPS|TPS|RPS|IOPS|P(?:50|9\d|999)\b|执行时间|查询时间|处理时间|写入时间|平均时间|latency|throughput|elapsed|execution time|planning time|actual time|response time|duration|time:|性能|压测|基准|benchmark|overhead|开销|加速|速度|faster|slower|speed-?up/i;
/** Shares that are results. */
const rate =
  /命中率|可用性|成功率|错误率|失败率|准确率|召回率|冲突率|利用率|使用率|占用率|重试率|超卖率|丢失率|转化率|留存率|流失率|压缩[比率]|膨胀率|开销|overhead|hit rate|(?:success|error|failure) rate|accuracy|availability|uptime|utili[sz]ation/i;
/** What has changed. */
const change =
  /提升|提高|降低|减少|下降|节省|改善|增加|增长|缩短|加快|降至|降到|升至|优化[前后]|改进|increas|decreas|improv|reduc|saved?|gain|faster|slower|drop(?:ped|s)? (?:from|to)/i;
const duration = /耗时|用时|执行时间|恢复时间|处理时间|同步时间|导入时间|elapsed|took|duration|RTO|MTTR/i;
const size =
  /内存(?:占用|使用|峰值|消耗|分配)|占用|使用量|体积|大小|膨胀|压缩后|存储空间|footprint|memory (?:usage|use)|size/i;

/** The words of the line, or of what stands above it, say that a figure of this kind is a result. */
export function isMetric(kind: UnitKind, words: string): boolean {
  switch (kind) {
    case 'rate':
      return true;
    case 'time':
      return metric.test(words) || change.test(words);
    case 'long-time':
      return duration.test(words);
    case 'percent':
      return rate.test(words) || change.test(words);
    case 'factor':
      return metric.test(words) || change.test(words);
    case 'size':
      return size.test(words) || change.test(words);
  }
}

/** Headings and labels under which figures are results. */
const results =
  /性能(?:数据|指标|测试|对比|提升|分析|特点|结果|表现|收益|评估|基准|比较|影响)|测试结果|压测|实测|基准测试|benchmark|优化(?:效果|结果|前后|成果|收益)|(?:运行|执行)结果|效果|收益|performance|results?\b|measure/i;

export function isResultTitle(title: string): boolean {
  return results.test(title);
}

/** The line says what shall be, what is set or when something happens, not what was measured. */
const target =
  /目标|要求|需求|需要|SLA|SLO|阈值|上限|下限|不得|必须|应(?:小于|低于|大于|在|该|当|控制)|告警|报警|超时|预算|限制|限流|期望|预期|建议|推荐|如果|若|每隔|每\d|间隔|保留|过期|窗口|休眠|周期|配置|默认|设置|等待\s?\d|触发|target|require|threshold|limit|alert|budget|goal|objective|timeout|interval|window|sleep|retention|expire|TTL|default|every|should|must|when\b|\bif\b/i;

export function isTargetLine(line: string): boolean {
  return target.test(line);
}

const targetTitle =
  /需求|目标|要求|约束|SLA|SLO|告警|阈值|验收标准|成功标准|参数|配置|规格|requirement|target|goal|objective|alert|threshold|constraint|setting|configuration/i;

/** Headings and labels under which figures are targets or settings. */
export function isTargetTitle(title: string): boolean {
  return targetTitle.test(title) && !/结果|实测|对比|达成|效果|验证|result|measured|compar/i.test(title);
}

/** Columns: 目标值, 阈值; and those beside them that hold what came out. */
export function isTargetColumn(header: string): boolean {
  return /目标|要求|阈值|期望|预期|标准|上限|SLA|SLO|target|threshold|required|limit/i.test(header);
}

/** Tables of settings. */
export function isSettingHeader(header: string): boolean {
  return /参数|配置项|配置|默认值|推荐值|取值|parameter|setting|option|default|config/i.test(header);
}
