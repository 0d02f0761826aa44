/** What a leaf says that happened, as people call it. */
export const EVENT_WORDS = {
  publish: '公布',
  erratum: '勘误',
  withdraw: '撤下',
  redact: '删去内容',
  adopt: '开始登记时已公布',
} as const;
