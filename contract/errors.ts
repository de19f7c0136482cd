/**
 * The error catalogue: every code a caller can meet, its HTTP status, whether to try again, and its Chinese text.
 * A code never changes its meaning; docs/errors.md lists them from here.
 */
export type Retry = 'never' | 'later' | 'after-refresh';
type Status = 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 429 | 500 | 503;
export type ErrorEntry = {
  readonly http: Status;
  readonly retry: Retry;
  readonly title: string;
  readonly next: string;
};

/** Refusals of the engine: the case's own rules. */
export const refusals = {
  ACT_NOT_OPEN: {
    http: 409,
    retry: 'after-refresh',
    title: '该环节当前不可办理',
    next: '请刷新办件，查看当前环节。',
  },
  ALREADY_DECIDED: {
    http: 409,
    retry: 'after-refresh',
    title: '该环节已经办结',
    next: '请刷新办件，查看办理人和时间。',
  },
  CASE_CLOSED: {
    http: 409,
    retry: 'never',
    title: '该办件已办结',
    next: '如需变更，请另行申请或按救济途径办理。',
  },
  NOT_AMENDABLE: {
    http: 409,
    retry: 'never',
    title: '本事项登记以后不能更正',
    next: '请在当前环节的意见中说明；影响办理的，撤回后重新登记。',
  },
  CASE_MOVED_ON: {
    http: 412,
    retry: 'after-refresh',
    title: '办件已有新的变化',
    next: '请核对变化后再次提交，已填内容不会丢失。',
  },
  NOT_YOURS: {
    http: 403,
    retry: 'never',
    title: '该环节不由您办理',
    next: '请由承办单位的在岗人员办理，或申请转办。',
  },
  CLAIMED_BY_OTHER: {
    http: 409,
    retry: 'after-refresh',
    title: '该环节已由他人认领',
    next: '请与认领人联系，或请负责人转办。',
  },
  RECUSED: { http: 403, retry: 'never', title: '您应当回避', next: '请释放本环节，由本单位其他人员办理。' },
  NAMESAKE: {
    http: 409,
    retry: 'never',
    title: '登记备案的近亲属与您同名',
    next: '您不是本人的，请确认后再办理；是本人的应当回避，请释放本环节，由其他人员办理。',
  },
  SEPARATION_OF_DUTIES: {
    http: 403,
    retry: 'never',
    title: '同一人不得办理这两个环节',
    next: '请由其他人员办理本环节。',
  },
  OUTCOME_UNKNOWN: {
    http: 422,
    retry: 'never',
    title: '没有这个办理结果',
    next: '请从列出的办理结果中选择。',
  },
  OUTCOME_NOT_YET: {
    http: 409,
    retry: 'later',
    title: '现在还不能作出这个结果',
    next: '请在期限届满后再办理。',
  },
  FORM_INVALID: { http: 422, retry: 'never', title: '填写的内容有误', next: '请按各项提示修改后再提交。' },
  OPINION_REQUIRED: { http: 422, retry: 'never', title: '需要填写意见', next: '请填写意见和理由后再提交。' },
  RETURN_TARGET_NOT_EARLIER: {
    http: 422,
    retry: 'never',
    title: '只能退回到本环节之前已办的环节',
    next: '请从可退回的环节中选择。',
  },
  RETURN_NOT_ALLOWED: {
    http: 422,
    retry: 'never',
    title: '该环节不能退回重办',
    next: '请选择其他环节，或按规定终止后另行受理。',
  },
  NOT_YOUR_DECISION: {
    http: 403,
    retry: 'never',
    title: '只能拿回本人作出的决定',
    next: '请联系作出决定的人员，或由后续环节退回。',
  },
  ALREADY_ACTED_ON: {
    http: 409,
    retry: 'after-refresh',
    title: '后续环节已经办理，不能拿回',
    next: '请由后续环节的人员退回。',
  },
  ALREADY_LEFT: {
    http: 409,
    retry: 'never',
    title: '决定已经对外发出，不能撤销',
    next: '请办结本件，再按变更、停发或者纠正的程序办理。',
  },
  NOT_ASKED_YET: {
    http: 409,
    retry: 'later',
    title: '尚未向您提出这项询问',
    next: '请在收到询问之后按其中的环节、轮次和来源答复。',
  },
  NOTHING_TO_AFFIRM: {
    http: 409,
    retry: 'after-refresh',
    title: '该决定不需要重新确认',
    next: '请刷新办件，查看待重新确认的决定。',
  },
  REASON_NOT_LISTED: {
    http: 422,
    retry: 'never',
    title: '理由不在法定范围内',
    next: '请从列出的法定理由中选择。',
  },
  NOT_SUSPENDED: { http: 409, retry: 'after-refresh', title: '办件没有处于挂起状态', next: '请刷新办件。' },
  ALREADY_SUSPENDED: { http: 409, retry: 'after-refresh', title: '办件已经挂起', next: '请先恢复，再办理。' },
  CLOCK_NOT_RUNNING: {
    http: 409,
    retry: 'after-refresh',
    title: '没有正在计算的该项期限',
    next: '请刷新办件，查看期限。',
  },
  NOT_EXTENDABLE: { http: 422, retry: 'never', title: '该项期限不能延长', next: '请在原期限内办结。' },
  ALREADY_EXTENDED: {
    http: 409,
    retry: 'never',
    title: '该项期限已经延长过',
    next: '请在延长后的期限内办结。',
  },
  CLOCK_RUN_OUT: {
    http: 409,
    retry: 'never',
    title: '该项期限已经届满，不能再延长',
    next: '请尽快办结；逾期的原因记入责任账。',
  },
  NOT_WITHDRAWABLE: { http: 409, retry: 'never', title: '现在不能撤回申请', next: '请查看办件状态。' },
  FACT_TOO_LATE: {
    http: 409,
    retry: 'never',
    title: '本件已经不再依据这类情况作出决定',
    next: '请按写明的其他程序办理，情况由该程序登记。',
  },
  ENDING_TOO_LATE: {
    http: 409,
    retry: 'never',
    title: '本件已经办到不能这样终止的地步',
    next: '请按写明的办法办理。',
  },
  REASON_NOT_SHOWN: {
    http: 409,
    retry: 'after-refresh',
    title: '办件里没有这一事由的事实',
    next: '请先登记相应的情况，再办理延期。',
  },
  FACT_NOT_NOW: {
    http: 409,
    retry: 'after-refresh',
    title: '现在还没有环节读取这类情况，或者已经读取完毕',
    next: '请按写明的办法办理。',
  },
  FACT_UNKNOWN: { http: 422, retry: 'never', title: '本事项不登记这类情况', next: '请从列出的情况中选择。' },
  TARGET_UNKNOWN: { http: 422, retry: 'never', title: '没有这个接收人', next: '请从本单位在岗人员中选择。' },
  COMMAND_ID_REUSED: {
    http: 422,
    retry: 'never',
    title: '同一编号提交了不同的内容',
    next: '请刷新页面后重新提交。',
  },
  ALREADY_CLAIMED: { http: 409, retry: 'never', title: '您已经认领了该环节', next: '请直接办理。' },
  NOT_CLAIMED: { http: 409, retry: 'after-refresh', title: '该环节没有被认领', next: '请刷新办件。' },
} as const satisfies Record<string, ErrorEntry>;

export type RefusalCode = keyof typeof refusals;

/** Refusals at the edge: identity, input, and what is not now possible. */
export const edgeErrors = {
  NOT_SIGNED_IN: {
    http: 401,
    retry: 'never',
    title: '尚未登录或登录已过期',
    next: '请重新登录后再提交；这一次没有办理，也没有记下。',
  },
  SIGN_IN_FAILED: {
    http: 401,
    retry: 'never',
    title: '用户名或密码不正确',
    next: '请检查后重试，或联系本单位管理员。',
  },
  CODE_WRONG: {
    http: 401,
    retry: 'never',
    title: '验证码或号码不正确',
    next: '请核对后再试；验证码十分钟内有效，错五次的须重新获取。',
  },
  TOO_MANY_ATTEMPTS: { http: 429, retry: 'later', title: '登录尝试过于频繁', next: '请稍候再试。' },
  FORBIDDEN: { http: 403, retry: 'never', title: '您的岗位没有这项权限', next: '请由有权限的岗位办理。' },
  NOT_FOUND: { http: 404, retry: 'never', title: '没有找到', next: '请核对编号，或联系受理窗口。' },
  METHOD_NOT_ALLOWED: {
    http: 405,
    retry: 'never',
    title: '这个地址不接受这种请求方法',
    next: '请改用应答头 Allow 列出的方法，见 /api/docs。',
  },
  BODY_INVALID: {
    http: 422,
    retry: 'never',
    title: '提交的内容不符合要求',
    next: '请按各项提示修改后再提交。',
  },
  BODY_NOT_JSON: { http: 400, retry: 'never', title: '提交的内容无法读取', next: '请以 JSON 格式提交。' },
  CURSOR_INVALID: {
    http: 422,
    retry: 'never',
    title: '翻页位置不是列表给出的',
    next: '请不带翻页位置，从第一页重新取。',
  },
  BODY_TOO_LARGE: { http: 413, retry: 'never', title: '提交的内容过大', next: '请压缩或分次提交。' },
  KEY_REQUIRED: {
    http: 400,
    retry: 'never',
    title: '缺少 Idempotency-Key',
    next: '请为每次提交附上唯一编号。',
  },
  KEY_INVALID: {
    http: 400,
    retry: 'never',
    title: 'Idempotency-Key 格式不正确',
    next: '请使用 8 至 64 位字母、数字或连字符。',
  },
  FILE_TYPE_REFUSED: {
    http: 415,
    retry: 'never',
    title: '不支持这种文件',
    next: '请上传 JPEG、PNG 或 PDF。',
  },
  FILE_EMPTY: { http: 422, retry: 'never', title: '文件是空的', next: '请重新选择文件。' },
  FILE_TOO_LARGE: { http: 413, retry: 'never', title: '文件过大', next: '请上传不超过 20 MB 的文件。' },
  VERSION_EXISTS: {
    http: 409,
    retry: 'never',
    title: '该版本号已经录入过',
    next: '已录入的版本不再改动，请换一个版本号。',
  },
  RULE_UNKNOWN: { http: 404, retry: 'never', title: '没有这项规则', next: '请核对规则名称。' },
  RULE_SHAPE_CHANGED: {
    http: 422,
    retry: 'never',
    title: '新数值与现行规则的结构不一致',
    next: '请按现行规则的各项填写，缺项、多项或类型不同都不能施行。',
  },
  TABLE_HURTS_CASES: {
    http: 422,
    retry: 'never',
    title: '新表会使在办件无法继续办理',
    next: '请核对数值；核对无误的，请联系系统管理员。',
  },
  DUPLICATE_CASE: {
    http: 409,
    retry: 'never',
    title: '同一事项已有一件在办',
    next: '请在原办件中办理。',
  },
  TAKEN: {
    http: 409,
    retry: 'never',
    title: '已经有了，不能再用',
    next: '请改用别的；对方办结、到期之后可以再提出。',
  },
  SUBJECT_STATE: {
    http: 409,
    retry: 'never',
    title: '现在的状态不能办这一事项',
    next: '请核对登记簿，办结前面的事项后再提出。',
  },
  COUNTY_UNCONFIRMED: {
    http: 409,
    retry: 'later',
    title: '这一事项的县级配置还没有经县里确认',
    next: '请县里指定的岗位在“管理—规则”里逐行确认后再登记，已填内容不会丢失。',
  },
  POOL_EMPTY: {
    http: 409,
    retry: 'later',
    title: '号段已经用完',
    next: '请登记管理机关导入新的号段后再提交，已填内容不会丢失。',
  },
  CALLBACK_UNSIGNED: { http: 401, retry: 'never', title: '回调签名不正确', next: '请检查签名密钥。' },
  CALLBACK_REPLAYED: { http: 409, retry: 'never', title: '回调已过期或已处理', next: '无需重复发送。' },
  CLOCK_IS_WALL: {
    http: 403,
    retry: 'never',
    title: '生产环境不能调整时间',
    next: '仅本地、测试和培训环境可调整。',
  },
  NOT_READY: {
    http: 503,
    retry: 'later',
    title: '系统正在恢复',
    next: '请稍候用同一编号重发；此前已经记下的不会重办，也不会丢失。',
  },
  INTERNAL: {
    http: 500,
    retry: 'later',
    title: '系统出现故障',
    next: '故障已记录。请稍候用同一编号重发；此前已经记下的不会重办，也不会丢失。',
  },
} as const satisfies Record<string, ErrorEntry>;

export type EdgeCode = keyof typeof edgeErrors;
export type ErrorCode = RefusalCode | EdgeCode;

export const errorCatalogue: Readonly<Record<ErrorCode, ErrorEntry>> = { ...refusals, ...edgeErrors };
