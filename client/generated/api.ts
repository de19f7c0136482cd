// @ts-nocheck
export type Case =
  | ({
      visibility: "whole";
    } & WholeCase)
  | ({
      visibility: "asked";
    } & AskedCase);

/** RFC 9457；code 见错误目录 */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  caseNo?: string;
  seq?: number;
  fields?: {
    field: string;
    text: string;
  }[];
  about?: Record<string, any>;
  requestId?: string;
}

export interface SourceAnswer {
  /**
   * @minLength 1
   * @maxLength 60
   */
  caseNo: string;
  /**
   * @minLength 1
   * @maxLength 200
   */
  act: string;
  /** @exclusiveMin 0 */
  round: number;
  /** 按来源写明；同时得到的一并送来，迟到的另送 */
  answers: Record<
    string,
    {
      status: "answered" | "no-data";
      /** @maxItems 200 */
      findings: {
        /** @maxLength 40 */
        kind: string;
        /** @maxLength 60 */
        person?: string;
        amountFen?: number;
        /** @maxLength 500 */
        note: string;
      }[];
    }
  >;
}

export interface BroughtUp {
  /**
   * @minLength 1
   * @maxLength 60
   */
  matter: string;
  /**
   * 哪个乡镇
   * @minLength 1
   * @maxLength 60
   */
  unit: string;
  /**
   * 对方系统里的编号；重发时不变
   * @minLength 1
   * @maxLength 100
   */
  reference: string;
  form: Record<string, any>;
}

export interface Health {
  status: "up";
}

export interface Readiness {
  status: "ready" | "waiting";
  postgresql: boolean;
  temporal: boolean;
  worker: boolean;
  /** 卡住的办件号，最多 20 个 */
  stuck: string[];
}

export interface CountyClock {
  /** 县时间，epoch 毫秒 */
  now: number;
  speed: number;
}

export interface MoveClock {
  /** @pattern ^P(?=\d|T\d)(?:\d{1,9}D)?(?:T(?:\d{1,9}H)?(?:\d{1,9}M)?(?:\d{1,9}S)?)?$ */
  advance?: string;
  /**
   * @min 0.001
   * @max 1000000
   */
  speed?: number;
}

export interface WorkingCalendar {
  version: string;
  announcedYears: number[];
  entries: {
    /** @format date */
    from: string;
    /** @format date */
    to: string;
    kind: "off" | "work";
    name: string;
    basis: string;
    confirmed: boolean;
  }[];
  projected?: {
    /** @format date */
    from: string;
    /** @format date */
    to: string;
    kind: "off" | "work";
    name: string;
    basis: string;
    confirmed: boolean;
  }[];
  officeHours: [number, number][];
}

export interface Answered {
  state: "accepted" | "waiting";
}

export interface BroughtUpAnswer {
  caseNo: string;
  /** 并入了在办的一件 */
  merged: boolean;
  state: "accepted" | "waiting";
}

export interface SignInWays {
  /** 有没有统一身份登录 */
  oidc: boolean;
}

export interface Session {
  token: string;
}

export interface SignIn {
  /**
   * @minLength 1
   * @maxLength 60
   */
  username: string;
  /**
   * @minLength 1
   * @maxLength 200
   */
  password: string;
}

export interface SamplePeople {
  password: string;
  items: {
    username: string;
    name: string;
    unit: string;
    roles: string[];
  }[];
}

export interface Me {
  id: string;
  name: string;
  username: string;
  posts: {
    id: string;
    unit: string;
    role: string;
    from: string;
    to?: string;
  }[];
  /** 管理哪些单位的人员 */
  manages: string[];
  /** 是否录入规则、日历，变更单位 */
  keeps: boolean;
  /** 试用：县时钟可以调，外部系统可以是样例 */
  trial: boolean;
}

/** 名录里现行的各项 */
export interface DatedList {
  items: string[];
}

export interface DutyList {
  items: {
    code: string;
    kind: "基本履职" | "配合履职" | "上级部门收回";
    item: string;
    unit: string;
    basis: string;
    from: string;
    to: string | null;
  }[];
}

export interface Matters {
  items: {
    code: string;
    title: string;
    basis: string;
    version: number;
    /** 登记它的岗位，按本县的叫法；没有的由别的办件设立 */
    openedBy: string | null;
    /** 我可以在哪些单位登记它 */
    units: string[];
  }[];
}

export interface Matter {
  code: string;
  title: string;
  basis: string;
  version: number;
  /** 登记它的岗位，按本县的叫法；没有的由别的办件设立 */
  openedBy: string | null;
  /** 我可以在哪些单位登记它 */
  units: string[];
  /** 表单的 JSON Schema */
  form: Record<string, any>;
  /** 县里的字：编号里写在事项的字前面 */
  numberWord: {
    /** 规则的值 */
    value?: any;
    from: string;
    to?: string;
    basis: string;
    standing: "law" | "county";
  };
  /** 系统核验免交的材料，向谁核验 */
  lookedUp: {
    item: string;
    from: string;
  }[];
  rules: {
    name: string;
    title: string;
    version: string;
    row: {
      /** 规则的值 */
      value?: any;
      from: string;
      to?: string;
      basis: string;
      standing: "law" | "county";
    };
  }[];
}

export interface TaskPage {
  items: Task[];
  /** 下一页的位置；null 为最后一页 */
  cursor: string | null;
}

export interface Task {
  key: string;
  name: string;
  kind:
    | "decide"
    | "inquire"
    | "publicNotice"
    | "askApplicant"
    | "serve"
    | "await"
    | "resend"
    | "reply";
  unit: string;
  role: string;
  assignee: string | null;
  round: number;
  /** 以前各轮已用的工作分钟 */
  usedBefore: number;
  /** 县时间，epoch 毫秒 */
  openedAt: number;
  /** 县时间，epoch 毫秒 */
  dueAt: number | null;
  /** 县时间，epoch 毫秒 */
  riskAt: number | null;
  /** 期限依据尚未公布或确认的日历 */
  provisional: boolean;
  caseNo: string;
  matter: string;
  /** 原认领人，任职已满 */
  lapsedFrom: string | null;
  stage: string;
  /** 列表上显示的项，如申请人 */
  labels: Record<string, string>;
  /** 县时间，epoch 毫秒 */
  caseDueAt: number | null;
  /** 催办过几次 */
  urged: number;
  risk: "red" | "yellow" | "green";
}

export interface InboxCounts {
  items: {
    matter: string;
    step: string;
    /** 在哪个单位登记的 */
    from: string;
    count: number;
  }[];
}

export interface NoticePage {
  items: {
    /** 提出异议时用 */
    id: string;
    name: string;
    text: {
      title: string;
      paragraphs: string[];
      /** 不利的必附救济途径 */
      effect: "informs" | "adverse";
      /** 以哪个单位的名义 */
      authority?: string;
      contact?: string;
      remedies?: string[];
    };
    /** 县时间，epoch 毫秒 */
    at: number;
    /** 县时间，epoch 毫秒 */
    until: number | null;
  }[];
  /** 下一页的位置；null 为最后一页 */
  cursor: string | null;
}

export interface Registers {
  items: {
    name: string;
    fields: {
      name: string;
      label: string;
    }[];
    /** 状态有哪些；没有状态的为空 */
    states: string[];
  }[];
}

export interface RegisterRows {
  items: {
    subject: string;
    /** @format date */
    from: string;
    /**
     * 最后一日；没有则至下一行开始为止
     * @format date
     */
    to: string | null;
    data: Record<string, any>;
  }[];
  /** 下一页的位置；null 为最后一页 */
  cursor: string | null;
}

export interface RegisterHistory {
  /** 从旧到新 */
  items: {
    subject: string;
    /** @format date */
    from: string;
    /**
     * 最后一日；没有则至下一行开始为止
     * @format date
     */
    to: string | null;
    data: Record<string, any>;
  }[];
}

export interface VerifiedDocument {
  title: string;
  /** 文书编号 */
  number: string;
  /** 出具机关 */
  organ: string;
  /** @format date */
  date: string;
}

export interface CodeSent {
  /** 几分钟内有效 */
  minutes: number;
  /** 试用时直接给出 */
  code?: string;
}

export interface AskObjectionCode {
  /** @pattern ^[0-9]{7,12}$ */
  phone: string;
}

export interface Objected {
  received: true;
}

export interface Object {
  /**
   * @minLength 1
   * @maxLength 40
   */
  objector: string;
  /** @pattern ^[0-9]{7,12}$ */
  phone: string;
  /** @pattern ^[0-9]{6}$ */
  code: string;
  /**
   * @minLength 1
   * @maxLength 2000
   */
  content: string;
}

export interface FiledRegisters {
  items: {
    name: string;
    /** 可以查找 */
    searched: boolean;
  }[];
}

export interface FrozenPeriods {
  items: string[];
}

export interface Assessment {
  period: string;
  /** 县时间，epoch 毫秒 */
  at: number;
  /** 算法的版本 */
  formula: number;
  /** 冻结内容的摘要；null 为还没有冻结，数字还会变 */
  sha256: string | null;
  metrics: {
    matter: string;
    title: string;
    formula: string;
    /** 算谁的：办理的单位、登记的单位、派到的单位、主办的单位、主办和登记的单位分成 */
    of: "unit" | "opener" | "branch" | "lead" | "shared";
    name: string;
    metric: string;
    /** null 为样本不足的合并 */
    unit: string | null;
    /** 样本不足，单独不说明什么 */
    small: boolean;
    counted: number;
    among: number;
    rate: number | null;
  }[];
  scores: {
    matter: string;
    title: string;
    formula: string;
    /** 算谁的：办理的单位、登记的单位、派到的单位、主办的单位、主办和登记的单位分成 */
    of: "unit" | "opener" | "branch" | "lead" | "shared";
    name: string;
    score: string;
    unit: string;
    /** 满分一百 */
    points: number;
    small: boolean;
    /** 同类单位 */
    group: string;
    /** 同类单位中的名次；null 为不排 */
    rank: number | null;
    /** 同类单位中排名次的有几个 */
    ranked: number;
  }[];
}

export interface Supervision {
  /** 县时间，epoch 毫秒 */
  at: number;
  month: string;
  /** 算法的版本 */
  formula: number;
  now: {
    by: "matter" | "unit" | "step" | "person";
    matter: string | null;
    unit: string | null;
    step: string | null;
    name: string;
    person: string | null;
    open: number;
    overdue: number;
    /** 已用去时限的八成 */
    atRisk: number;
    /** 县时间，epoch 毫秒 */
    earliestDueAt: number | null;
  }[];
  done: {
    by: "matter" | "unit" | "step";
    matter: string | null;
    unit: string | null;
    step: string | null;
    name: string;
    decided: number;
    /** 其中有时限的 */
    limited: number;
    onTime: number;
    /** 按时率：onTime ÷ limited */
    rate: number | null;
  }[];
  /** 当月记入台账的分钟，由谁承担：工作时间，应急的按墙上时间 */
  days: {
    party: string;
    minutes: number;
  }[];
}

export interface Ratings {
  month: string;
  scores: {
    score: number;
    count: number;
  }[];
  /** 最不满意的在前 */
  worst: {
    caseNo: string;
    matter: string;
    unit: string;
    score: number;
    words: string;
    /** 县时间，epoch 毫秒 */
    at: number;
  }[];
}

export interface DecidedPage {
  items: {
    caseNo: string;
    matter: string;
    title: string;
    unit: string;
    step: string;
    outcome: string;
    /** 县时间，epoch 毫秒 */
    at: number;
    /** 期限何时届满；null 为没有时限 */
    dueAt: number | null;
    seq: number;
  }[];
  /** 下一页的位置；null 为最后一页 */
  cursor: string | null;
}

export interface SupervisionByOrigin {
  /** 县时间，epoch 毫秒 */
  at: number;
  items: {
    from: string;
    name: string;
    open: number;
    overdue: number;
    atRisk: number;
    /** 县时间，epoch 毫秒 */
    earliestDueAt: number | null;
  }[];
}

export interface Attention {
  items: {
    caseNo: string;
    matter: string;
    unit: string;
    why: string;
    at: number;
  }[];
}

export interface Trial {
  /** 填得不对的 */
  fields: {
    field: string;
    text: string;
  }[];
  /** 登记后的第一步，各结果还差什么：受理还缺哪些材料 */
  gaps: {
    act: string;
    outcome: string;
    faults: {
      field: string;
      text: string;
    }[];
  }[];
  /** 同一申请人已有在办件，或所占用的已有人占用；本单位的写明办件号 */
  taken: {
    caseNo: string | null;
    instead: string;
  };
  /** 所关于的对象现在不能办，怎么办 */
  unfit: string | null;
}

export interface OpenCase {
  /**
   * @minLength 1
   * @maxLength 60
   */
  matter: string;
  /**
   * @minLength 1
   * @maxLength 60
   */
  unit: string;
  /** 按该结果或情况的表单填写 */
  form: Record<string, any>;
}

export interface Opened {
  caseNo: string;
  displayNo: string;
  seq: number;
  view: Case;
}

export interface WholeCase {
  caseNo: string;
  matter: string;
  seq: number;
  state: "open" | "suspended" | "closed";
  stage: string;
  outcome: string | null;
  unit: string;
  /** 县时间，epoch 毫秒 */
  openedAt: number;
  /** 县时间，epoch 毫秒 */
  acceptedAt: number | null;
  /** 县时间，epoch 毫秒 */
  closedAt: number | null;
  /** 县时间，epoch 毫秒 */
  dueAt: number | null;
  /** 县时间，epoch 毫秒 */
  riskAt: number | null;
  /** 列表上显示的项，如申请人 */
  labels: Record<string, string>;
  troubles: {
    system: string;
    subject: string;
    /** 县时间，epoch 毫秒 */
    since: number;
  }[];
  unaffirmed: {
    act: string;
    name: string;
    person: string;
  }[];
  displayNo: string;
  title: string;
  acts: {
    key: string;
    name: string;
    kind:
      | "decide"
      | "inquire"
      | "publicNotice"
      | "askApplicant"
      | "serve"
      | "await"
      | "resend"
      | "reply";
    unit: string;
    role: string;
    assignee: string | null;
    round: number;
    /** 以前各轮已用的工作分钟 */
    usedBefore: number;
    /** 县时间，epoch 毫秒 */
    openedAt: number;
    /** 县时间，epoch 毫秒 */
    dueAt: number | null;
    /** 县时间，epoch 毫秒 */
    riskAt: number | null;
    /** 期限依据尚未公布或确认的日历 */
    provisional: boolean;
    lapsedFrom?: string;
    office: {
      unit: string;
      role: string;
    };
    basis: string;
    mine: boolean;
    /** 有备案的近亲属与我同名：先确认不是本人 */
    namesake: boolean;
    /** 不能做时的错误编码；能做则为 null */
    whyNot: string | null;
    /** 不能做的原因和下一步 */
    because: string | null;
    urged: number;
    answered: {
      of: string[];
      have: string[];
    };
    outcomes: {
      name: string;
      /** 表单的 JSON Schema */
      form: Record<string, any>;
      opinion: "required" | "optional";
      basis: string;
      /** 不填表单的结果：现在选它还差什么 */
      faults: {
        field: string;
        text: string;
      }[];
    }[];
    /** 办理所需、表单里没有的 */
    brief?: any;
    /** 本轮在谁手里用去多少分钟 */
    held: {
      unit: string;
      role: string;
      person?: string;
      minutes: number;
    }[];
    returnTo: {
      key: string;
      name: string;
    }[];
    operations: {
      type: "claim" | "release" | "transfer" | "urge" | "supervise";
      /** 不能做时的错误编码；能做则为 null */
      whyNot: string | null;
      /** 不能做的原因和下一步 */
      because: string | null;
    }[];
  }[];
  visibility: "whole";
  /** 县时间，epoch 毫秒 */
  at: number;
  /** 县时间，epoch 毫秒 */
  wakeAt: number | null;
  version: number;
  /** 申请表，身份证号码已遮掩 */
  form?: any;
  /** 环节之外我能做什么，各附表单；不能的附原因 */
  may: {
    facts: {
      name: string;
      /** 表单的 JSON Schema */
      form: Record<string, any>;
      basis: string;
      /** 不能做时的错误编码；能做则为 null */
      whyNot: string | null;
      /** 不能做的原因和下一步 */
      because: string | null;
    }[];
    endings: {
      type: "withdraw" | "terminate";
      reason: string | null;
      outcome: string;
      /** 表单的 JSON Schema */
      form: Record<string, any>;
      basis: string;
      /** 不能做时的错误编码；能做则为 null */
      whyNot: string | null;
      /** 不能做的原因和下一步 */
      because: string | null;
    }[];
    suspensions: {
      reason: string;
      basis: string;
      /** 不能做时的错误编码；能做则为 null */
      whyNot: string | null;
      /** 不能做的原因和下一步 */
      because: string | null;
    }[];
    resume: {
      /** 不能做时的错误编码；能做则为 null */
      whyNot: string | null;
      /** 不能做的原因和下一步 */
      because: string | null;
    };
    /** 更正登记时写错的 */
    amendment: {
      basis: string | null;
      /** 不能更正的各项，按路径 */
      never: string[];
      /** 不能做时的错误编码；能做则为 null */
      whyNot: string | null;
      /** 不能做的原因和下一步 */
      because: string | null;
    };
    extensions: {
      clock: string;
      name: string;
      to: {
        amount: number;
        unit: "workingDays" | "days" | "months" | "workingHours" | "minutes";
        basis: string;
      };
      reasons: string[];
      approver: {
        unit: string;
        role: string;
      };
      /** 不能做时的错误编码；能做则为 null */
      whyNot: string | null;
      /** 不能做的原因和下一步 */
      because: string | null;
    }[];
    takeBacks: {
      act: string;
      name: string;
      /** 不能做时的错误编码；能做则为 null */
      whyNot: string | null;
      /** 不能做的原因和下一步 */
      because: string | null;
    }[];
    affirmations: {
      act: string;
      name: string;
      /** 不能做时的错误编码；能做则为 null */
      whyNot: string | null;
      /** 不能做的原因和下一步 */
      because: string | null;
    }[];
  };
  path: {
    key: string;
    name: string;
    outcome: string;
    /** 县时间，epoch 毫秒 */
    at: number;
    seq: number;
    round: number;
    by:
      | {
          kind: "officer";
          person: string;
          name: string;
          unit: string;
        }
      | {
          kind: "applicant" | "system" | "clock";
        };
    affirmed: {
      seq: number;
      /** 县时间，epoch 毫秒 */
      at: number;
      opinion: string;
      by:
        | {
            kind: "officer";
            person: string;
            name: string;
            unit: string;
          }
        | {
            kind: "applicant" | "system" | "clock";
          };
    };
    /** 直达之后等着，尚待再次有效 */
    waiting: boolean;
  }[];
  superseded: {
    key: string;
    outcome: string;
    seq: number;
    supersededBy: number;
  }[];
  clocks: {
    key: string;
    name: string;
    kind: "法定" | "承诺" | "环节" | "公示";
    limit: {
      amount: number;
      unit: "workingDays" | "days" | "months" | "workingHours" | "minutes";
      basis: string;
    };
    /** 县时间，epoch 毫秒 */
    startedAt: number;
    /** 县时间，epoch 毫秒 */
    stoppedAt: number | null;
    extendedFor: string | null;
    /** 县时间，epoch 毫秒 */
    dueAt: number | null;
    /** 县时间，epoch 毫秒 */
    riskAt: number | null;
    lastDay: string | null;
    rolled: boolean;
    leansOn: {
      projectedYears: number[];
      unconfirmed: string[];
    };
    provisional: boolean;
  }[];
  notices: {
    key: string;
    name: string;
    to: "applicant" | "public" | "file";
    text: {
      title: string;
      paragraphs: string[];
      /** 不利的必附救济途径 */
      effect: "informs" | "adverse";
      /** 以哪个单位的名义 */
      authority?: string;
      contact?: string;
      remedies?: string[];
    };
    /**
     * 办件的第几份文书：从 1 起，不跳号；撤回的不再用它的号
     * @exclusiveMin 0
     */
    number: number;
    /** 县时间，epoch 毫秒 */
    at: number;
    /** 县时间，epoch 毫秒 */
    until: number | null;
    /** 文书代码：据以打印、核验 */
    code: string;
  }[];
  effects: {
    key: string;
    name: string;
    system: string;
    seq: number;
    kind: "harmless" | "undoable" | "final";
    withdrawnBy: number | null;
    undoes: string | null;
    attempt?: number;
    /** 待送出、已收下、被拒收、不再发送、不须发送、撤销中、已撤销 */
    state:
      | "waiting"
      | "taken"
      | "refused"
      | "forgone"
      | "dropped"
      | "undoing"
      | "undone";
    receipt: string | null;
    takenAt: number | null;
    reason: string | null;
  }[];
  /** 只等时间的：到时自行继续，不须谁办理 */
  waits: {
    key: string;
    name: string;
    /** 县时间，epoch 毫秒 */
    until: number | null;
  }[];
  /** 由哪件办件提起 */
  parent: string | null;
  /** 由它提起的关联办件 */
  linked: {
    caseNo: string;
    matter: string;
    stage: string;
    outcome: string | null;
  }[];
  /** 督办：黄牌、红牌、督办函，回复、申诉和撤销 */
  cards: {
    seq: number;
    /** 县时间，epoch 毫秒 */
    at: number;
    name: string;
    act: string;
    actName: string;
    round: number;
    /** 用去时间最多的一方 */
    burned: {
      unit: string;
      role: string;
      person?: string;
      minutes: number;
    };
    to: {
      unit: string;
      role: string;
    };
    /** 县时间，epoch 毫秒 */
    due: number | null;
    demand: string;
    answer: {
      seq: number;
      /** 县时间，epoch 毫秒 */
      at: number;
      how: "replied" | "appealed";
      text: string;
    };
    ruling: {
      seq: number;
      /** 县时间，epoch 毫秒 */
      at: number;
      revoked: boolean;
      opinion: string;
    };
  }[];
  /** 登记的情况 */
  facts?: any;
  responsibility: {
    totalMinutes: number;
    accounts: {
      party:
        | {
            kind: "office";
            unit: string;
            role: string;
            person?: string;
          }
        | {
            kind: "applicant";
          }
        | {
            kind: "outside";
            system: string;
          }
        | {
            kind: "statutory";
            why: string;
          };
      minutes: number;
    }[];
  };
  /** 办结的结果 */
  result?: any;
}

/** 只看得到征询本单位的部分 */
export interface AskedCase {
  caseNo: string;
  displayNo: string;
  matter: string;
  title: string;
  seq: number;
  state: "open" | "suspended" | "closed";
  acts: {
    key: string;
    name: string;
    kind:
      | "decide"
      | "inquire"
      | "publicNotice"
      | "askApplicant"
      | "serve"
      | "await"
      | "resend"
      | "reply";
    unit: string;
    role: string;
    assignee: string | null;
    round: number;
    /** 以前各轮已用的工作分钟 */
    usedBefore: number;
    /** 县时间，epoch 毫秒 */
    openedAt: number;
    /** 县时间，epoch 毫秒 */
    dueAt: number | null;
    /** 县时间，epoch 毫秒 */
    riskAt: number | null;
    /** 期限依据尚未公布或确认的日历 */
    provisional: boolean;
    lapsedFrom?: string;
    office: {
      unit: string;
      role: string;
    };
    basis: string;
    mine: boolean;
    /** 有备案的近亲属与我同名：先确认不是本人 */
    namesake: boolean;
    /** 不能做时的错误编码；能做则为 null */
    whyNot: string | null;
    /** 不能做的原因和下一步 */
    because: string | null;
    urged: number;
    answered: {
      of: string[];
      have: string[];
    };
    outcomes: {
      name: string;
      /** 表单的 JSON Schema */
      form: Record<string, any>;
      opinion: "required" | "optional";
      basis: string;
      /** 不填表单的结果：现在选它还差什么 */
      faults: {
        field: string;
        text: string;
      }[];
    }[];
    /** 办理所需、表单里没有的 */
    brief?: any;
    /** 本轮在谁手里用去多少分钟 */
    held: {
      unit: string;
      role: string;
      person?: string;
      minutes: number;
    }[];
    returnTo: {
      key: string;
      name: string;
    }[];
    operations: {
      type: "claim" | "release" | "transfer" | "urge" | "supervise";
      /** 不能做时的错误编码；能做则为 null */
      whyNot: string | null;
      /** 不能做的原因和下一步 */
      because: string | null;
    }[];
  }[];
  visibility: "asked";
}

/** 已记下，待送达；下落见 /commands/{id} */
export interface Waiting {
  state: "waiting";
  title: string;
  detail: string;
  caseNo: string;
  command: string;
}

export interface RegisterPage {
  items: {
    caseNo: string;
    matter: string;
    seq: number;
    state: "open" | "suspended" | "closed";
    stage: string;
    outcome: string | null;
    unit: string;
    /** 县时间，epoch 毫秒 */
    openedAt: number;
    /** 县时间，epoch 毫秒 */
    acceptedAt: number | null;
    /** 县时间，epoch 毫秒 */
    closedAt: number | null;
    /** 县时间，epoch 毫秒 */
    dueAt: number | null;
    /** 县时间，epoch 毫秒 */
    riskAt: number | null;
    /** 列表上显示的项，如申请人 */
    labels: Record<string, string>;
    troubles: {
      system: string;
      subject: string;
      /** 县时间，epoch 毫秒 */
      since: number;
    }[];
    unaffirmed: {
      act: string;
      name: string;
      person: string;
    }[];
  }[];
  /** 下一页的位置；null 为最后一页 */
  cursor: string | null;
}

export interface Ledger {
  items: {
    caseNo: string;
    seq: number;
    /** 县时间，epoch 毫秒 */
    at: number;
    wall: number;
    /** 谁 */
    actor?: any;
    commandId: string;
    commandHash: string;
    processVersion: number;
    calendarVersion: string;
    ruleVersions: Record<string, string>;
    /** 何事 */
    event?: any;
    /** 由此得出的后果 */
    derived?: any;
  }[];
}

export interface Clocks {
  items: {
    key: string;
    name: string;
    kind: "法定" | "承诺" | "环节" | "公示";
    limit: {
      amount: number;
      unit: "workingDays" | "days" | "months" | "workingHours" | "minutes";
      basis: string;
    };
    /** 县时间，epoch 毫秒 */
    startedAt: number;
    /** 县时间，epoch 毫秒 */
    stoppedAt: number | null;
    extendedFor: string | null;
    /** 县时间，epoch 毫秒 */
    dueAt: number | null;
    /** 县时间，epoch 毫秒 */
    riskAt: number | null;
    lastDay: string | null;
    rolled: boolean;
    leansOn: {
      projectedYears: number[];
      unconfirmed: string[];
    };
    provisional: boolean;
    days: {
      date: string;
      count: number;
      counted: boolean;
      why: string;
      basis: string;
    }[];
  }[];
}

export interface Document {
  title: string;
  /** 文书编号 */
  number: string;
  /** 出具机关 */
  organ: string;
  /** @format date */
  date: string;
  paragraphs: string[];
  /** 不利的必附救济途径 */
  effect: "informs" | "adverse";
  /** 救济途径 */
  remedies: string[];
  /** 向谁咨询 */
  contact: string | null;
  /** 怎样送达、哪一日 */
  served: {
    method: string;
    /** @format date */
    on: string;
  };
  code: string;
  /**
   * 任何人可以核验的地址
   * @format uri
   */
  verifyAt: string;
  /** 该地址的二维码（data URL） */
  qr: string;
}

export interface Lateness {
  items: {
    unit: string;
    /** 该单位逾期办结的、逾期未办的环节 */
    late: string[];
    /** 该单位若都在时限内办结，整件是否按期；null 为不能断定 */
    inTime: boolean | null;
  }[];
}

export interface ActsAhead {
  items: {
    key: string;
    name: string;
  }[];
}

export interface CaseMaterials {
  items: {
    sha256: string;
    mediaType: string;
    bytes: number;
    name: string;
    /** 申请时、哪个环节、登记哪种情况时交来 */
    from: string;
    /** 县时间，epoch 毫秒 */
    at: number;
  }[];
}

export interface IdentityShown {
  number: string;
}

export interface AskIdentity {
  /**
   * @minLength 1
   * @maxLength 200
   * @example "members.0.identity"
   */
  field: string;
  /**
   * @minLength 2
   * @maxLength 100
   */
  purpose: string;
}

export interface IdentityViews {
  items: {
    field: string;
    person: string;
    name: string;
    purpose: string;
    /** 县时间，epoch 毫秒 */
    at: number;
  }[];
}

export interface UnconfirmedRules {
  items: string[];
}

export interface Submitted {
  seq: number;
  view: Case;
  /** 此刻最急的一件待办；认领、释放之后不给 */
  next: (Task & object) | null;
}

export type Command =
  | {
      type: "claim";
      /**
       * @minLength 1
       * @maxLength 200
       * @example "材料审查"
       */
      act: string;
    }
  | {
      type: "release";
      /**
       * @minLength 1
       * @maxLength 200
       * @example "材料审查"
       */
      act: string;
    }
  | {
      type: "decide";
      /**
       * @minLength 1
       * @maxLength 200
       * @example "材料审查"
       */
      act: string;
      /**
       * @minLength 1
       * @maxLength 60
       */
      outcome: string;
      /** 按该结果或情况的表单填写 */
      form?: Record<string, any>;
      /** @maxLength 2000 */
      opinion?: string;
      /** 与备案的近亲属同名的，确认自己不是本人 */
      notRelated?: true;
    }
  | {
      type: "transfer";
      /**
       * @minLength 1
       * @maxLength 200
       * @example "材料审查"
       */
      act: string;
      to: {
        /**
         * @minLength 1
         * @maxLength 60
         */
        unit: string;
        /**
         * @minLength 1
         * @maxLength 60
         */
        person?: string;
      };
      /** @maxLength 2000 */
      opinion: string;
    }
  | {
      type: "return";
      /**
       * @minLength 1
       * @maxLength 200
       * @example "材料审查"
       */
      act: string;
      /**
       * @minLength 1
       * @maxLength 200
       * @example "材料审查"
       */
      target: string;
      mode: "redo" | "direct";
      /** @maxLength 2000 */
      opinion: string;
    }
  | {
      type: "takeBack";
      /**
       * @minLength 1
       * @maxLength 200
       * @example "材料审查"
       */
      act: string;
      /** @maxLength 2000 */
      opinion: string;
    }
  | {
      type: "affirm";
      /**
       * @minLength 1
       * @maxLength 200
       * @example "材料审查"
       */
      act: string;
      /** @maxLength 2000 */
      opinion: string;
    }
  | {
      type: "urge";
      /**
       * @minLength 1
       * @maxLength 200
       * @example "材料审查"
       */
      act: string;
      /** @maxLength 2000 */
      opinion: string;
    }
  | {
      type: "supervise";
      /**
       * @minLength 1
       * @maxLength 200
       * @example "材料审查"
       */
      act: string;
      /** @maxLength 2000 */
      demand: string;
      /** 回复期限 */
      reply: {
        /**
         * @min 1
         * @max 60
         */
        amount: number;
        unit: "workingDays" | "workingHours";
      };
    }
  | {
      type: "suspend";
      /**
       * @minLength 1
       * @maxLength 60
       */
      reason: string;
      /** @maxLength 2000 */
      opinion: string;
    }
  | {
      type: "resume";
      /** @maxLength 2000 */
      opinion: string;
    }
  | {
      type: "extend";
      /**
       * @minLength 1
       * @maxLength 60
       */
      clock: string;
      /**
       * @minLength 1
       * @maxLength 60
       */
      reason: string;
      /** @maxLength 2000 */
      opinion: string;
    }
  | {
      type: "withdraw";
      /** 按该结果或情况的表单填写 */
      form?: Record<string, any>;
      /** @maxLength 2000 */
      opinion: string;
    }
  | {
      type: "terminate";
      /**
       * @minLength 1
       * @maxLength 60
       */
      reason: string;
      /** 按该结果或情况的表单填写 */
      form?: Record<string, any>;
      /** @maxLength 2000 */
      opinion: string;
    }
  | {
      type: "supplement";
      /**
       * @minLength 1
       * @maxLength 60
       */
      fact: string;
      /** 按该结果或情况的表单填写 */
      data: Record<string, any>;
    }
  | {
      type: "amend";
      /** 按路径写要更正的各项，如 members.0.name；写 null 的去掉这一项 */
      changes: Record<string, any>;
      /** @maxLength 2000 */
      opinion: string;
    };

export interface Preview {
  kind: "accepted";
  opens: {
    key: string;
    name: string;
    kind:
      | "decide"
      | "inquire"
      | "publicNotice"
      | "askApplicant"
      | "serve"
      | "await"
      | "resend"
      | "reply";
    unit: string;
    role: string;
    assignee: string | null;
    round: number;
    /** 以前各轮已用的工作分钟 */
    usedBefore: number;
    /** 县时间，epoch 毫秒 */
    openedAt: number;
    /** 县时间，epoch 毫秒 */
    dueAt: number | null;
    /** 县时间，epoch 毫秒 */
    riskAt: number | null;
    /** 期限依据尚未公布或确认的日历 */
    provisional: boolean;
    lapsedFrom?: string;
  }[];
  closes: {
    key: string;
    name: string;
    kind:
      | "decide"
      | "inquire"
      | "publicNotice"
      | "askApplicant"
      | "serve"
      | "await"
      | "resend"
      | "reply";
    unit: string;
    role: string;
    assignee: string | null;
    round: number;
    /** 以前各轮已用的工作分钟 */
    usedBefore: number;
    /** 县时间，epoch 毫秒 */
    openedAt: number;
    /** 县时间，epoch 毫秒 */
    dueAt: number | null;
    /** 县时间，epoch 毫秒 */
    riskAt: number | null;
    /** 期限依据尚未公布或确认的日历 */
    provisional: boolean;
    lapsedFrom?: string;
  }[];
  starts: {
    key: string;
    name: string;
    kind: "法定" | "承诺" | "环节" | "公示";
    /** 县时间，epoch 毫秒 */
    startedAt: number;
    /** 县时间，epoch 毫秒 */
    stoppedAt: number | null;
    /** 县时间，epoch 毫秒 */
    dueAt: number | null;
    /** 县时间，epoch 毫秒 */
    riskAt: number | null;
    provisional: boolean;
  }[];
  stops: {
    key: string;
    name: string;
    kind: "法定" | "承诺" | "环节" | "公示";
    /** 县时间，epoch 毫秒 */
    startedAt: number;
    /** 县时间，epoch 毫秒 */
    stoppedAt: number | null;
    /** 县时间，epoch 毫秒 */
    dueAt: number | null;
    /** 县时间，epoch 毫秒 */
    riskAt: number | null;
    provisional: boolean;
  }[];
  moves: {
    key: string;
    name: string;
    kind: "法定" | "承诺" | "环节" | "公示";
    /** 县时间，epoch 毫秒 */
    startedAt: number;
    /** 县时间，epoch 毫秒 */
    stoppedAt: number | null;
    /** 县时间，epoch 毫秒 */
    dueAt: number | null;
    /** 县时间，epoch 毫秒 */
    riskAt: number | null;
    provisional: boolean;
  }[];
  sends: {
    key: string;
    name: string;
    system: string;
    seq: number;
    kind: "harmless" | "undoable" | "final";
    withdrawnBy: number | null;
    undoes: string | null;
    attempt?: number;
    payload: Record<string, any>;
  }[];
  withdraws: {
    key: string;
    name: string;
    system: string;
    seq: number;
    kind: "harmless" | "undoable" | "final";
    withdrawnBy: number | null;
    undoes: string | null;
    attempt?: number;
    payload: Record<string, any>;
  }[];
  issues: {
    key: string;
    name: string;
    to: "applicant" | "public" | "file";
    text: {
      title: string;
      paragraphs: string[];
      /** 不利的必附救济途径 */
      effect: "informs" | "adverse";
      /** 以哪个单位的名义 */
      authority?: string;
      contact?: string;
      remedies?: string[];
    };
    /**
     * 办件的第几份文书：从 1 起，不跳号；撤回的不再用它的号
     * @exclusiveMin 0
     */
    number: number;
    seq: number;
    /** 县时间，epoch 毫秒 */
    at: number;
    /** 县时间，epoch 毫秒 */
    until: number | null;
  }[];
  supersedes: string[];
  outcome: string | null;
}

export interface AskCode {
  /**
   * 办件号；照文书上的写法也可以
   * @minLength 1
   * @maxLength 60
   */
  caseNo: string;
  /** @pattern ^[0-9]{3}[0-9Xx]$ */
  last: string;
}

export interface OwnCase {
  displayNo: string;
  title: string;
  applicant: string;
  seq: number;
  /** 县时间，epoch 毫秒 */
  at: number;
  state: "open" | "suspended" | "closed";
  outcome: string | null;
  /** 已办的，从先到后 */
  steps: {
    name: string;
    /** 县时间，epoch 毫秒 */
    at: number;
  }[];
  underway: {
    name: string;
    unit: string;
    /** 县时间，epoch 毫秒 */
    dueAt: number | null;
  }[];
  /** 没有异议时还要经过的 */
  ahead: string[];
  /** 整件的期限和依据 */
  promise: {
    name: string;
    basis: string;
    /** 县时间，epoch 毫秒 */
    startedAt: number;
    /** 县时间，epoch 毫秒 */
    dueAt: number | null;
    /** 县时间，epoch 毫秒 */
    riskAt: number | null;
  };
  asks: {
    key: string;
    name: string;
    round: number;
    /** 县时间，epoch 毫秒 */
    openedAt: number;
    /** 县时间，epoch 毫秒 */
    dueAt: number | null;
    /** 县时间，epoch 毫秒 */
    riskAt: number | null;
    basis: string;
    /** 办理所需 */
    brief?: any;
    outcomes: {
      name: string;
      /** 表单的 JSON Schema */
      form: Record<string, any>;
      opinion: "required" | "optional";
      basis: string;
      /** 不填表单的结果：现在选它还差什么 */
      faults: {
        field: string;
        text: string;
      }[];
    }[];
  }[];
  facts: {
    name: string;
    /** 表单的 JSON Schema */
    form: Record<string, any>;
    basis: string;
  }[];
  withdrawal: {
    /** 表单的 JSON Schema */
    form: Record<string, any>;
    basis: string;
  };
  notices: {
    code: string;
    text: {
      title: string;
      paragraphs: string[];
      /** 不利的必附救济途径 */
      effect: "informs" | "adverse";
      /** 以哪个单位的名义 */
      authority?: string;
      contact?: string;
      remedies?: string[];
    };
    /** 县时间，epoch 毫秒 */
    at: number;
  }[];
  /** 办结以后本人的评价：5 非常满意至 1 非常不满意 */
  rating: {
    score: number;
    words: string;
    /** 县时间，epoch 毫秒 */
    at: number;
  };
}

export interface CitizenSignIn {
  /**
   * 办件号；照文书上的写法也可以
   * @minLength 1
   * @maxLength 60
   */
  caseNo: string;
  /** @pattern ^[0-9]{3}[0-9Xx]$ */
  last: string;
  /** @pattern ^[0-9]{6}$ */
  code: string;
}

export interface OwnSubmitted {
  seq: number;
  view: OwnCase;
}

export interface Rate {
  /**
   * @min 1
   * @max 5
   */
  score: number;
  /** @maxLength 500 */
  words: string;
}

export interface CommandStatus {
  id: string;
  caseNo: string;
  state: "waiting" | "accepted" | "refused";
  type: string;
  /** 县时间，epoch 毫秒 */
  at: number;
  reply:
    | {
        seq: number;
        unchanged?: boolean;
      }
    | {
        code: string;
        detail: string;
        fields?: {
          field: string;
          text: string;
        }[];
        about?: Record<string, any>;
      }
    | null;
}

export interface StoredMaterial {
  sha256: string;
  bytes: number;
  mediaType: string;
}

export interface DeliveryState {
  waiting: {
    id: string;
    caseNo: string;
    type: string;
    /** 县时间，epoch 毫秒 */
    at: number;
    /** 谁按的 */
    name: string | null;
    /** 送过几次没有送到 */
    failures: number;
  }[];
  /** 现在没有应答的外部系统，多少在办件等着它 */
  outages: {
    system: string;
    cases: number;
    /** 县时间，epoch 毫秒 */
    since: number;
  }[];
  /** 卡住的办件 */
  stuck: string[];
}

export interface CommandList {
  items: CommandStatus[];
}

export interface RecordedCalendar {
  version: string;
}

/** 节假日通知：追加在现行日历之后，与旧条目重叠的日期以新条目为准 */
export interface CalendarNotice {
  /**
   * @minLength 1
   * @maxLength 40
   */
  version: string;
  /**
   * @maxItems 50
   * @default []
   */
  announcedYears?: number[];
  /**
   * @maxItems 400
   * @minItems 1
   */
  entries: {
    /** @format date */
    from: string;
    /** @format date */
    to: string;
    kind: "off" | "work";
    /**
     * @minLength 1
     * @maxLength 60
     */
    name: string;
    /**
     * @minLength 1
     * @maxLength 200
     */
    basis: string;
    confirmed: boolean;
  }[];
  /**
   * 依据或原因，留存备查
   * @minLength 1
   * @maxLength 500
   */
  why: string;
}

export interface TableTrial {
  /** 涉及的在办件 */
  cases: number;
  /** 有期限提前的 */
  sooner: number;
  /** 期限推后的 */
  later: number;
  /** 无法继续办理的 */
  hurt: string[];
}

export interface RecordedRule {
  name: string;
  version: string;
}

/** 规则的新的一行：自某日起施行的数值及依据 */
export interface RuleChange {
  /**
   * @minLength 1
   * @maxLength 60
   */
  name: string;
  /**
   * @minLength 1
   * @maxLength 40
   */
  version: string;
  row: {
    value?: any;
    /** @format date */
    from: string;
    /** @format date */
    to?: string;
    /**
     * @minLength 1
     * @maxLength 200
     */
    basis: string;
    standing: "law" | "county";
  };
  /**
   * 依据或原因，留存备查
   * @minLength 1
   * @maxLength 500
   */
  why: string;
}

export interface Rules {
  items: {
    name: string;
    title: string;
    matters: string[];
    version: string;
    /** 数值各项叫什么 */
    words: Record<string, string>;
    /** 谁、何时、为什么录入；随程序带来的为空 */
    recorded: {
      by: string;
      at: string;
      why: string;
    };
    rows: {
      /** 数值 */
      value?: any;
      from: string;
      to: string | null;
      basis: string;
      standing: "law" | "county";
      /** 县里确认过的；法定的不用确认 */
      signedOff: {
        by: string;
        /** 县时间，epoch 毫秒 */
        at: number;
        why: string;
      };
    }[];
  }[];
}

/** 县里确认一行县级配置；依据写会议纪要或者文号 */
export interface SignOff {
  /**
   * @minLength 1
   * @maxLength 60
   */
  name: string;
  /** @format date */
  from: string;
  /**
   * 依据或原因，留存备查
   * @minLength 1
   * @maxLength 500
   */
  why: string;
}

export interface Published {
  told: number;
  cases: number;
  clocks: number;
}

export interface StaffList {
  /** 我管理的单位 */
  units: string[];
  /** 可以任的岗位 */
  roles: string[];
  items: Staff[];
}

export interface Staff {
  id: string;
  username: string;
  name: string;
  posts: {
    id: string;
    unit: string;
    role: string;
    /** @format date */
    from: string;
    /** @format date */
    to: string | null;
  }[];
}

export interface StaffChanges {
  items: {
    /** 县时间，epoch 毫秒 */
    at: number;
    by: string;
    name: string;
    unit: string;
    what: string;
    why: string;
  }[];
}

export interface NewPerson {
  /** @pattern ^[\w.-]{2,60}$ */
  username: string;
  /**
   * @minLength 1
   * @maxLength 40
   */
  name: string;
  /**
   * @minLength 1
   * @maxLength 30
   */
  identity: string;
  /**
   * @minLength 12
   * @maxLength 200
   */
  password: string;
  /**
   * @minLength 1
   * @maxLength 60
   */
  unit: string;
  /**
   * @minLength 1
   * @maxLength 60
   */
  role: string;
  /** @format date */
  from: string;
  /** @format date */
  to?: string;
  /**
   * 依据或原因，留存备查
   * @minLength 1
   * @maxLength 500
   */
  why: string;
}

export interface NewPost {
  /**
   * @minLength 1
   * @maxLength 60
   */
  unit: string;
  /**
   * @minLength 1
   * @maxLength 60
   */
  role: string;
  /** @format date */
  from: string;
  /** @format date */
  to?: string;
  /**
   * 依据或原因，留存备查
   * @minLength 1
   * @maxLength 500
   */
  why: string;
}

export interface EndPost {
  /** @format date */
  to: string;
  /**
   * 依据或原因，留存备查
   * @minLength 1
   * @maxLength 500
   */
  why: string;
}

export interface ResetPassword {
  /**
   * @minLength 12
   * @maxLength 200
   */
  password: string;
  /**
   * 依据或原因，留存备查
   * @minLength 1
   * @maxLength 500
   */
  why: string;
}

export interface OwnPassword {
  /**
   * @minLength 1
   * @maxLength 200
   */
  current: string;
  /**
   * @minLength 12
   * @maxLength 200
   */
  password: string;
}

export interface Units {
  items: {
    id: string;
    name: string;
    kind: "county" | "department" | "township";
    parent: string | null;
    /** 并入了哪个单位 */
    joined: string | null;
  }[];
}

export interface ChangedUnit {
  /**
   * @minLength 2
   * @maxLength 60
   */
  name: string;
  kind: "county" | "department" | "township";
  /**
   * 上级单位；最上级的没有
   * @maxLength 60
   */
  parent: string | null;
  /**
   * 并入哪个单位
   * @maxLength 60
   * @default null
   */
  joined?: string | null;
  /**
   * 依据或原因，留存备查
   * @minLength 1
   * @maxLength 500
   */
  why: string;
}

export interface People {
  items: {
    id: string;
    name: string;
    /** 现在任的岗位；没有的不在岗 */
    offices: {
      unit: string;
      role: string;
    }[];
  }[];
}

export interface Colleagues {
  items: {
    id: string;
    name: string;
    roles: string[];
  }[];
}

export interface StandIns {
  items: StandIn[];
}

export interface StandIn {
  system: "sms" | "bank" | "verification" | "grid" | "hotline";
  name: string;
  /** 是样例系统，在运行 */
  isStandIn: boolean;
  /** 已停下：什么也不收 */
  down: boolean;
  /** 收下的，新的在前，至多二十件 */
  taken: {
    id: string;
    what: string;
  }[];
}

export interface SwitchedStandIn {
  down: boolean;
}

export interface OnlineMatters {
  items: {
    code: string;
    title: string;
    basis: string;
    /** 向哪里申请 */
    units: {
      id: string;
      name: string;
    }[];
    /** 表单的 JSON Schema */
    form: Record<string, any>;
  }[];
}

export interface Applicant {
  phone: string;
}

export interface StartApplication {
  /** @pattern ^[0-9]{7,12}$ */
  phone: string;
  /** @pattern ^[0-9]{6}$ */
  code: string;
}

export interface OwnOpened {
  displayNo: string;
  view: OwnCase;
}

export type QueryParamsType = Record<string | number, any>;
export type ResponseFormat = keyof Omit<Body, "body" | "bodyUsed">;

export interface FullRequestParams extends Omit<RequestInit, "body"> {
  /** set parameter to `true` for call `securityWorker` for this request */
  secure?: boolean;
  /** request path */
  path: string;
  /** content type of request body */
  type?: ContentType;
  /** query params */
  query?: QueryParamsType;
  /** format of response (i.e. response.json() -> format: "json") */
  format?: ResponseFormat;
  /** request body */
  body?: unknown;
  /** base url */
  baseUrl?: string;
  /** request cancellation token */
  cancelToken?: CancelToken;
}

export type RequestParams = Omit<
  FullRequestParams,
  "body" | "method" | "query" | "path"
>;

export interface ApiConfig<SecurityDataType = unknown> {
  baseUrl?: string;
  baseApiParams?: Omit<RequestParams, "baseUrl" | "cancelToken" | "signal">;
  securityWorker?: (
    securityData: SecurityDataType | null,
  ) => Promise<RequestParams | void> | RequestParams | void;
  customFetch?: typeof fetch;
}

export interface HttpResponse<D extends unknown, E extends unknown = unknown>
  extends Response {
  data: D;
  error: E;
}

type CancelToken = Symbol | string | number;

export enum ContentType {
  Json = "application/json",
  JsonApi = "application/vnd.api+json",
  FormData = "multipart/form-data",
  UrlEncoded = "application/x-www-form-urlencoded",
  Text = "text/plain",
}

export class HttpClient<SecurityDataType = unknown> {
  public baseUrl: string = "";
  private securityData: SecurityDataType | null = null;
  private securityWorker?: ApiConfig<SecurityDataType>["securityWorker"];
  private abortControllers = new Map<CancelToken, AbortController>();
  private customFetch = (...fetchParams: Parameters<typeof fetch>) =>
    fetch(...fetchParams);

  private baseApiParams: RequestParams = {
    credentials: "same-origin",
    headers: {},
    redirect: "follow",
    referrerPolicy: "no-referrer",
  };

  constructor(apiConfig: ApiConfig<SecurityDataType> = {}) {
    Object.assign(this, apiConfig);
  }

  public setSecurityData = (data: SecurityDataType | null) => {
    this.securityData = data;
  };

  protected encodeQueryParam(key: string, value: any) {
    const encodedKey = encodeURIComponent(key);
    return `${encodedKey}=${encodeURIComponent(typeof value === "number" ? value : `${value}`)}`;
  }

  protected addQueryParam(query: QueryParamsType, key: string) {
    return this.encodeQueryParam(key, query[key]);
  }

  protected addArrayQueryParam(query: QueryParamsType, key: string) {
    const value = query[key];
    return value.map((v: any) => this.encodeQueryParam(key, v)).join("&");
  }

  protected toQueryString(rawQuery?: QueryParamsType): string {
    const query = rawQuery || {};
    const keys = Object.keys(query).filter(
      (key) => "undefined" !== typeof query[key],
    );
    return keys
      .map((key) =>
        Array.isArray(query[key])
          ? this.addArrayQueryParam(query, key)
          : this.addQueryParam(query, key),
      )
      .join("&");
  }

  protected addQueryParams(rawQuery?: QueryParamsType): string {
    const queryString = this.toQueryString(rawQuery);
    return queryString ? `?${queryString}` : "";
  }

  private contentFormatters: Record<ContentType, (input: any) => any> = {
    [ContentType.Json]: (input: any) =>
      input !== null && (typeof input === "object" || typeof input === "string")
        ? JSON.stringify(input)
        : input,
    [ContentType.JsonApi]: (input: any) =>
      input !== null && (typeof input === "object" || typeof input === "string")
        ? JSON.stringify(input)
        : input,
    [ContentType.Text]: (input: any) =>
      input !== null && typeof input !== "string"
        ? JSON.stringify(input)
        : input,
    [ContentType.FormData]: (input: any) => {
      if (input instanceof FormData) {
        return input;
      }

      return Object.keys(input || {}).reduce((formData, key) => {
        const property = input[key];
        formData.append(
          key,
          property instanceof Blob
            ? property
            : typeof property === "object" && property !== null
              ? JSON.stringify(property)
              : `${property}`,
        );
        return formData;
      }, new FormData());
    },
    [ContentType.UrlEncoded]: (input: any) => this.toQueryString(input),
  };

  protected mergeRequestParams(
    params1: RequestParams,
    params2?: RequestParams,
  ): RequestParams {
    return {
      ...this.baseApiParams,
      ...params1,
      ...(params2 || {}),
      headers: {
        ...(this.baseApiParams.headers || {}),
        ...(params1.headers || {}),
        ...((params2 && params2.headers) || {}),
      },
    };
  }

  protected createAbortSignal = (
    cancelToken: CancelToken,
  ): AbortSignal | undefined => {
    if (this.abortControllers.has(cancelToken)) {
      const abortController = this.abortControllers.get(cancelToken);
      if (abortController) {
        return abortController.signal;
      }
      return void 0;
    }

    const abortController = new AbortController();
    this.abortControllers.set(cancelToken, abortController);
    return abortController.signal;
  };

  public abortRequest = (cancelToken: CancelToken) => {
    const abortController = this.abortControllers.get(cancelToken);

    if (abortController) {
      abortController.abort();
      this.abortControllers.delete(cancelToken);
    }
  };

  public request = async <T = any, E = any>({
    body,
    secure,
    path,
    type,
    query,
    format,
    baseUrl,
    cancelToken,
    ...params
  }: FullRequestParams): Promise<HttpResponse<T, E>> => {
    const secureParams =
      ((typeof secure === "boolean" ? secure : this.baseApiParams.secure) &&
        this.securityWorker &&
        (await this.securityWorker(this.securityData))) ||
      {};
    const requestParams = this.mergeRequestParams(params, secureParams);
    const queryString = query && this.toQueryString(query);
    const payloadFormatter = this.contentFormatters[type || ContentType.Json];
    const responseFormat = format || requestParams.format;

    return this.customFetch(
      `${baseUrl || this.baseUrl || ""}${path}${queryString ? `?${queryString}` : ""}`,
      {
        ...requestParams,
        headers: {
          ...(requestParams.headers || {}),
          ...(type && type !== ContentType.FormData
            ? { "Content-Type": type }
            : {}),
        },
        signal:
          (cancelToken
            ? this.createAbortSignal(cancelToken)
            : requestParams.signal) || null,
        body:
          typeof body === "undefined" || body === null
            ? null
            : payloadFormatter(body),
      },
    ).then(async (response) => {
      const r = response as HttpResponse<T, E>;
      r.data = null as unknown as T;
      r.error = null as unknown as E;

      const responseToParse = responseFormat ? response.clone() : response;
      const data = !responseFormat
        ? r
        : await responseToParse[responseFormat]()
            .then((data) => {
              if (r.ok) {
                r.data = data;
              } else {
                r.error = data;
              }
              return r;
            })
            .catch((e) => {
              r.error = e;
              return r;
            });

      if (cancelToken) {
        this.abortControllers.delete(cancelToken);
      }

      if (!response.ok) throw data;
      return data;
    });
  };
}

/**
 * @title 一门 Yimen
 * @version 1
 *
 * 改变办件的请求须带 Idempotency-Key，同一编号重发得到同一答复；If-Match 写所见的 seq，办件已变化则 412。
 */
export class Api<
  SecurityDataType extends unknown,
> extends HttpClient<SecurityDataType> {
  api = {
    /**
     * No description
     *
     * @name V1HealthList
     * @summary 存活
     * @request GET:/api/v1/health
     */
    v1HealthList: (params: RequestParams = {}) =>
      this.request<Health, Problem>({
        path: `/api/v1/health`,
        method: "GET",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1ReadyList
     * @summary 就绪：PostgreSQL、Temporal、worker
     * @request GET:/api/v1/ready
     */
    v1ReadyList: (params: RequestParams = {}) =>
      this.request<Readiness, Readiness | Problem>({
        path: `/api/v1/ready`,
        method: "GET",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MetricsList
     * @summary Prometheus（凭 YIMEN_METRICS_TOKEN）
     * @request GET:/api/v1/metrics
     * @secure
     */
    v1MetricsList: (params: RequestParams = {}) =>
      this.request<string, Problem>({
        path: `/api/v1/metrics`,
        method: "GET",
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @name V1LocalClockCreate
     * @summary 调整县时钟（本地、测试、培训）
     * @request POST:/api/v1/local/clock
     * @secure
     */
    v1LocalClockCreate: (data: MoveClock, params: RequestParams = {}) =>
      this.request<CountyClock, Problem>({
        path: `/api/v1/local/clock`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CalendarList
     * @summary 现行工作日历（无需登录）：剩余的工作日据以计算
     * @request GET:/api/v1/calendar
     */
    v1CalendarList: (params: RequestParams = {}) =>
      this.request<WorkingCalendar, Problem>({
        path: `/api/v1/calendar`,
        method: "GET",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1ClockList
     * @summary 县时间
     * @request GET:/api/v1/clock
     */
    v1ClockList: (params: RequestParams = {}) =>
      this.request<CountyClock, Problem>({
        path: `/api/v1/clock`,
        method: "GET",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CallbacksVerificationCreate
     * @summary 核对中心的答复（签名回调）
     * @request POST:/api/v1/callbacks/verification
     * @secure
     */
    v1CallbacksVerificationCreate: (
      data: SourceAnswer,
      params: RequestParams = {},
    ) =>
      this.request<Answered, Problem>({
        path: `/api/v1/callbacks/verification`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CallbacksCasesCreate
     * @summary 外部系统提起办件（签名）：同一编号提起的是同一件；已经在办的并入，一并答复
     * @request POST:/api/v1/callbacks/cases
     * @secure
     */
    v1CallbacksCasesCreate: (data: BroughtUp, params: RequestParams = {}) =>
      this.request<BroughtUpAnswer, Problem>({
        path: `/api/v1/callbacks/cases`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1SignInWaysList
     * @summary 怎样登录
     * @request GET:/api/v1/sign-in-ways
     * @secure
     */
    v1SignInWaysList: (params: RequestParams = {}) =>
      this.request<SignInWays, Problem>({
        path: `/api/v1/sign-in-ways`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1SessionsOidcList
     * @summary 统一身份登录：转到统一身份平台
     * @request GET:/api/v1/sessions/oidc
     * @secure
     */
    v1SessionsOidcList: (
      query?: {
        beside?: "yes";
      },
      params: RequestParams = {},
    ) =>
      this.request<any, void | Problem>({
        path: `/api/v1/sessions/oidc`,
        method: "GET",
        query: query,
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @name V1SessionsOidcCallbackList
     * @summary 统一身份登录：由统一身份平台转回
     * @request GET:/api/v1/sessions/oidc/callback
     * @secure
     */
    v1SessionsOidcCallbackList: (params: RequestParams = {}) =>
      this.request<string, void | Problem>({
        path: `/api/v1/sessions/oidc/callback`,
        method: "GET",
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @name V1SessionsCreate
     * @summary 登录
     * @request POST:/api/v1/sessions
     */
    v1SessionsCreate: (data: SignIn, params: RequestParams = {}) =>
      this.request<Session, Problem>({
        path: `/api/v1/sessions`,
        method: "POST",
        body: data,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1SamplePeopleList
     * @summary 样例人员，供试用时一按即登录
     * @request GET:/api/v1/sample-people
     */
    v1SamplePeopleList: (params: RequestParams = {}) =>
      this.request<SamplePeople, Problem>({
        path: `/api/v1/sample-people`,
        method: "GET",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1SessionsCurrentDelete
     * @summary 退出
     * @request DELETE:/api/v1/sessions/current
     * @secure
     */
    v1SessionsCurrentDelete: (params: RequestParams = {}) =>
      this.request<void, Problem>({
        path: `/api/v1/sessions/current`,
        method: "DELETE",
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MeList
     * @summary 我和我的岗位
     * @request GET:/api/v1/me
     * @secure
     */
    v1MeList: (params: RequestParams = {}) =>
      this.request<Me, Problem>({
        path: `/api/v1/me`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1ListsDetail
     * @summary 表单里从名录选的：名录现行的各项（无需登录）
     * @request GET:/api/v1/lists/{rule}
     * @secure
     */
    v1ListsDetail: (rule: string, params: RequestParams = {}) =>
      this.request<DatedList, Problem>({
        path: `/api/v1/lists/${rule}`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1DutiesList
     * @summary 职责清单：今天有效的事项和主管单位
     * @request GET:/api/v1/duties
     * @secure
     */
    v1DutiesList: (params: RequestParams = {}) =>
      this.request<DutyList, Problem>({
        path: `/api/v1/duties`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MattersList
     * @summary 事项目录
     * @request GET:/api/v1/matters
     * @secure
     */
    v1MattersList: (params: RequestParams = {}) =>
      this.request<Matters, Problem>({
        path: `/api/v1/matters`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MattersDetail
     * @summary 事项：依据、时限、申请表
     * @request GET:/api/v1/matters/{code}
     * @secure
     */
    v1MattersDetail: (code: string, params: RequestParams = {}) =>
      this.request<Matter, Problem>({
        path: `/api/v1/matters/${code}`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1InboxList
     * @summary 我的待办，按时限风险排列
     * @request GET:/api/v1/inbox
     * @secure
     */
    v1InboxList: (
      query?: {
        /**
         * @minLength 1
         * @maxLength 300
         * @pattern ^[^\p{Cc}\p{Cs}]*$/u
         */
        matter?: string;
        /**
         * @minLength 1
         * @maxLength 300
         * @pattern ^[^\p{Cc}\p{Cs}]*$/u
         */
        step?: string;
        /**
         * @minLength 1
         * @maxLength 300
         * @pattern ^[^\p{Cc}\p{Cs}]*$/u
         */
        from?: string;
        /**
         * 办件号、申请人等里含有的字
         * @minLength 1
         * @maxLength 40
         * @pattern ^[^\p{Cc}\p{Cs}]*$/u
         */
        text?: string;
        /**
         * @min 1
         * @max 100
         * @default 50
         */
        limit?: number;
        /**
         * 上一页给出的；不填则从头
         * @maxLength 2000
         */
        cursor?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<TaskPage, Problem>({
        path: `/api/v1/inbox`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1InboxCountsList
     * @summary 我的待办按事项、环节各有多少
     * @request GET:/api/v1/inbox/counts
     * @secure
     */
    v1InboxCountsList: (
      query?: {
        /**
         * 办件号、申请人等里含有的字
         * @minLength 1
         * @maxLength 40
         * @pattern ^[^\p{Cc}\p{Cs}]*$/u
         */
        text?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<InboxCounts, Problem>({
        path: `/api/v1/inbox/counts`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1ActsList
     * @summary 在办环节：负责人看本单位的，督查和主管单位看所辖办件的，按时限风险排列
     * @request GET:/api/v1/acts
     * @secure
     */
    v1ActsList: (
      query?: {
        /** lapsed：原认领人任职已满；unheld：该岗位现在无人任职，须转办 */
        only?: "lapsed" | "unheld";
        /** overdue：已经超期；risk：已用去时限的八成 */
        late?: "overdue" | "risk";
        /**
         * @minLength 1
         * @maxLength 300
         * @pattern ^[^\p{Cc}\p{Cs}]*$/u
         */
        matter?: string;
        /**
         * @minLength 1
         * @maxLength 300
         * @pattern ^[^\p{Cc}\p{Cs}]*$/u
         */
        unit?: string;
        /**
         * @minLength 1
         * @maxLength 300
         * @pattern ^[^\p{Cc}\p{Cs}]*$/u
         */
        from?: string;
        /**
         * @minLength 1
         * @maxLength 300
         * @pattern ^[^\p{Cc}\p{Cs}]*$/u
         */
        step?: string;
        /**
         * @minLength 1
         * @maxLength 300
         * @pattern ^[^\p{Cc}\p{Cs}]*$/u
         */
        person?: string;
        /**
         * @min 1
         * @max 100
         * @default 50
         */
        limit?: number;
        /**
         * 上一页给出的；不填则从头
         * @maxLength 2000
         */
        cursor?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<TaskPage, Problem>({
        path: `/api/v1/acts`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1NoticesList
     * @summary 公示栏（无需登录），新的在前
     * @request GET:/api/v1/notices
     */
    v1NoticesList: (
      query?: {
        /**
         * 村（社区）、名称的一部分
         * @minLength 1
         * @maxLength 60
         * @pattern ^[^\p{Cc}\p{Cs}]*$/u
         */
        q?: string;
        /**
         * @min 1
         * @max 200
         * @default 200
         */
        limit?: number;
        /**
         * 上一页给出的；不填则从头
         * @maxLength 2000
         */
        cursor?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<NoticePage, Problem>({
        path: `/api/v1/notices`,
        method: "GET",
        query: query,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1RegistersList
     * @summary 有哪些登记簿（无需登录），各登记什么
     * @request GET:/api/v1/registers
     */
    v1RegistersList: (params: RequestParams = {}) =>
      this.request<Registers, Problem>({
        path: `/api/v1/registers`,
        method: "GET",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1RegistersDetail
     * @summary 登记簿（无需登录）：某一日仍然有效的，按名称、代码、状态查找；或者某一日以来变化的
     * @request GET:/api/v1/registers/{register}
     * @secure
     */
    v1RegistersDetail: (
      register: string,
      query?: {
        /**
         * 名称、代码的一部分
         * @minLength 1
         * @maxLength 300
         * @pattern ^[^\p{Cc}\p{Cs}]*$/u
         */
        q?: string;
        /**
         * 哪一日；不填则今日
         * @format date
         */
        on?: string;
        /**
         * 状态，如 存续
         * @minLength 1
         * @maxLength 300
         * @pattern ^[^\p{Cc}\p{Cs}]*$/u
         */
        state?: string;
        /**
         * 只看这一日以来变化的，包括已经终止的
         * @format date
         */
        since?: string;
        /**
         * @min 1
         * @max 200
         * @default 50
         */
        limit?: number;
        /**
         * 上一页给出的；不填则从头
         * @maxLength 2000
         */
        cursor?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<RegisterRows, Problem>({
        path: `/api/v1/registers/${register}`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1RegistersDetail2
     * @summary 登记簿的一项（无需登录）：历次登记的内容
     * @request GET:/api/v1/registers/{register}/{subject}
     * @originalName v1RegistersDetail
     * @duplicate
     * @secure
     */
    v1RegistersDetail2: (
      register: string,
      subject: string,
      params: RequestParams = {},
    ) =>
      this.request<RegisterHistory, Problem>({
        path: `/api/v1/registers/${register}/${subject}`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1RegisterExtractsDetail
     * @summary 登记簿摘录（无需登录），供打印（A4）：某一日的内容，附核验二维码
     * @request GET:/api/v1/register-extracts/{register}/{subject}
     * @secure
     */
    v1RegisterExtractsDetail: (
      register: string,
      subject: string,
      query?: {
        /**
         * 哪一日；不填则今日
         * @format date
         */
        on?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<string, Problem>({
        path: `/api/v1/register-extracts/${register}/${subject}`,
        method: "GET",
        query: query,
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @name V1RegisterSheetsDetail
     * @summary 登记簿导出（无需登录）：与查到的相同的一份工作簿
     * @request GET:/api/v1/register-sheets/{register}
     * @secure
     */
    v1RegisterSheetsDetail: (
      register: string,
      query?: {
        /**
         * 名称、代码的一部分
         * @minLength 1
         * @maxLength 300
         * @pattern ^[^\p{Cc}\p{Cs}]*$/u
         */
        q?: string;
        /**
         * 哪一日；不填则今日
         * @format date
         */
        on?: string;
        /**
         * 状态，如 存续
         * @minLength 1
         * @maxLength 300
         * @pattern ^[^\p{Cc}\p{Cs}]*$/u
         */
        state?: string;
        /**
         * 只看这一日以来变化的，包括已经终止的
         * @format date
         */
        since?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<Blob, Problem>({
        path: `/api/v1/register-sheets/${register}`,
        method: "GET",
        query: query,
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @name V1DocumentsDetail
     * @summary 核验文书（无需登录）：是否由本系统出具、现在是否有效
     * @request GET:/api/v1/documents/{code}
     * @secure
     */
    v1DocumentsDetail: (code: string, params: RequestParams = {}) =>
      this.request<VerifiedDocument, Problem>({
        path: `/api/v1/documents/${code}`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1NoticesCodesCreate
     * @summary 提出异议之前取验证码（无需登录）：发到所填的电话
     * @request POST:/api/v1/notices/{id}/codes
     * @secure
     */
    v1NoticesCodesCreate: (
      id: string,
      data: AskObjectionCode,
      params: RequestParams = {},
    ) =>
      this.request<CodeSent, Problem>({
        path: `/api/v1/notices/${id}/codes`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1NoticesObjectionsCreate
     * @summary 对公示提出异议（无需登录）：公示期满以后一并处理，结果答复到所填的电话
     * @request POST:/api/v1/notices/{id}/objections
     * @secure
     */
    v1NoticesObjectionsCreate: (
      id: string,
      data: Object,
      params: RequestParams = {},
    ) =>
      this.request<Objected, Problem>({
        path: `/api/v1/notices/${id}/objections`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1PrintsCasesList
     * @summary 办件登记簿，供打印（A4）：当月登记的，只有看得到的
     * @request GET:/api/v1/prints/cases
     * @secure
     */
    v1PrintsCasesList: (
      query?: {
        /**
         * 不填为当月
         * @pattern ^20\d{2}-(0[1-9]|1[0-2])$
         */
        month?: string;
        /**
         * @maxLength 300
         * @pattern ^[^\p{Cc}\p{Cs}]*$/u
         */
        matter?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<string, Problem>({
        path: `/api/v1/prints/cases`,
        method: "GET",
        query: query,
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @name V1PrintsRegistersList
     * @summary 只供经办人员看的登记簿有哪些：自己看得到的事项的
     * @request GET:/api/v1/prints/registers
     * @secure
     */
    v1PrintsRegistersList: (params: RequestParams = {}) =>
      this.request<FiledRegisters, Problem>({
        path: `/api/v1/prints/registers`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1PrintsRegistersDetail
     * @summary 只供经办人员看的登记簿（如近亲属备案），供打印（A4）：当月写入的，或者现在有效的里面查到的；只有看得到的办件的
     * @request GET:/api/v1/prints/registers/{register}
     * @secure
     */
    v1PrintsRegistersDetail: (
      register: string,
      query?: {
        /**
         * 不填为当月
         * @pattern ^20\d{2}-(0[1-9]|1[0-2])$
         */
        month?: string;
        /** @maxLength 100 */
        q?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<string, Problem>({
        path: `/api/v1/prints/registers/${register}`,
        method: "GET",
        query: query,
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @name V1SupervisionPeriodsList
     * @summary 考核：已经冻结的年月和年，近的在前
     * @request GET:/api/v1/supervision/periods
     * @secure
     */
    v1SupervisionPeriodsList: (params: RequestParams = {}) =>
      this.request<FrozenPeriods, Problem>({
        path: `/api/v1/supervision/periods`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1SupervisionPeriodsDetail
     * @summary 考核：某月、某年的指标和综合分；次月（次年）十日之后自行冻结，不再改变；只给所辖的
     * @request GET:/api/v1/supervision/periods/{period}
     * @secure
     */
    v1SupervisionPeriodsDetail: (period: string, params: RequestParams = {}) =>
      this.request<Assessment, Problem>({
        path: `/api/v1/supervision/periods/${period}`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1SupervisionPeriodsFiguresXlsxList
     * @summary 考核工作簿，与所见相同，附公式
     * @request GET:/api/v1/supervision/periods/{period}/figures.xlsx
     * @secure
     */
    v1SupervisionPeriodsFiguresXlsxList: (
      period: string,
      params: RequestParams = {},
    ) =>
      this.request<Blob, Problem>({
        path: `/api/v1/supervision/periods/${period}/figures.xlsx`,
        method: "GET",
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @name V1SupervisionPeriodsFrozenList
     * @summary 考核：冻结的原文（计数、分钟、指标、综合分），摘要按这些字节
     * @request GET:/api/v1/supervision/periods/{period}/frozen
     * @secure
     */
    v1SupervisionPeriodsFrozenList: (
      period: string,
      params: RequestParams = {},
    ) =>
      this.request<Blob, Problem>({
        path: `/api/v1/supervision/periods/${period}/frozen`,
        method: "GET",
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @name V1SupervisionList
     * @summary 督查：现在超期、将届的，当月按时办结的，时间由谁承担；只算所辖的
     * @request GET:/api/v1/supervision
     * @secure
     */
    v1SupervisionList: (
      query?: {
        /**
         * 不填为当月
         * @pattern ^20\d{2}-(0[1-9]|1[0-2])$
         * @example "2026-11"
         */
        month?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<Supervision, Problem>({
        path: `/api/v1/supervision`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1SupervisionXlsxList
     * @summary 督查报表，与所见相同
     * @request GET:/api/v1/supervision.xlsx
     * @secure
     */
    v1SupervisionXlsxList: (
      query?: {
        /**
         * 不填为当月
         * @pattern ^20\d{2}-(0[1-9]|1[0-2])$
         * @example "2026-11"
         */
        month?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<Blob, Problem>({
        path: `/api/v1/supervision.xlsx`,
        method: "GET",
        query: query,
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @name V1SupervisionRatingsList
     * @summary 群众评价：当月各档多少，最不满意的是哪些
     * @request GET:/api/v1/supervision/ratings
     * @secure
     */
    v1SupervisionRatingsList: (
      query?: {
        /**
         * 不填为当月
         * @pattern ^20\d{2}-(0[1-9]|1[0-2])$
         * @example "2026-11"
         */
        month?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<Ratings, Problem>({
        path: `/api/v1/supervision/ratings`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1SupervisionDecidedList
     * @summary 督查：当月（当年）办结的环节，近的在前；可以按事项、单位、环节，只看逾期的、按时的
     * @request GET:/api/v1/supervision/decided
     * @secure
     */
    v1SupervisionDecidedList: (
      query?: {
        /**
         * 年月或者年
         * @pattern ^20\d{2}(-(0[1-9]|1[0-2]))?$
         * @example "2026-11"
         */
        period?: string;
        /**
         * @minLength 1
         * @maxLength 300
         * @pattern ^[^\p{Cc}\p{Cs}]*$/u
         */
        matter?: string;
        /**
         * @minLength 1
         * @maxLength 300
         * @pattern ^[^\p{Cc}\p{Cs}]*$/u
         */
        unit?: string;
        /**
         * @minLength 1
         * @maxLength 300
         * @pattern ^[^\p{Cc}\p{Cs}]*$/u
         */
        step?: string;
        /** 逾期的、按时的 */
        only?: "late" | "inTime";
        /**
         * 上一页给出的；不填则从头
         * @maxLength 2000
         */
        cursor?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<DecidedPage, Problem>({
        path: `/api/v1/supervision/decided`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1SupervisionOriginsList
     * @summary 督查：按登记的乡镇（单位），现在在办、超期、将届
     * @request GET:/api/v1/supervision/origins
     * @secure
     */
    v1SupervisionOriginsList: (params: RequestParams = {}) =>
      this.request<SupervisionByOrigin, Problem>({
        path: `/api/v1/supervision/origins`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1SupervisionAttentionList
     * @summary 督查关注：与测算不一致的决定等，在办的和当月办结的
     * @request GET:/api/v1/supervision/attention
     * @secure
     */
    v1SupervisionAttentionList: (
      query?: {
        /**
         * 不填为当月
         * @pattern ^20\d{2}-(0[1-9]|1[0-2])$
         * @example "2026-11"
         */
        month?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<Attention, Problem>({
        path: `/api/v1/supervision/attention`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CasesTrialCreate
     * @summary 试登记：现在登记会怎样、还缺什么（不办理）
     * @request POST:/api/v1/cases/trial
     * @secure
     */
    v1CasesTrialCreate: (data: OpenCase, params: RequestParams = {}) =>
      this.request<Trial, Problem>({
        path: `/api/v1/cases/trial`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CasesCreate
     * @summary 受理窗口登记一件申请
     * @request POST:/api/v1/cases
     * @secure
     */
    v1CasesCreate: (data: OpenCase, params: RequestParams = {}) =>
      this.request<Opened, Problem>({
        path: `/api/v1/cases`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CasesList
     * @summary 办件登记簿
     * @request GET:/api/v1/cases
     * @secure
     */
    v1CasesList: (
      query?: {
        /**
         * @maxLength 300
         * @pattern ^[^\p{Cc}\p{Cs}]*$/u
         */
        matter?: string;
        state?: "open" | "suspended" | "closed";
        /**
         * @maxLength 300
         * @pattern ^[^\p{Cc}\p{Cs}]*$/u
         */
        unit?: string;
        /** 有决定待重新确认的 */
        unaffirmed?: string;
        /** 申请人身份证号码，完整匹配 */
        identity?: string;
        /**
         * @min 1
         * @max 100
         * @default 50
         */
        limit?: number;
        /**
         * 上一页给出的；不填则从头
         * @maxLength 2000
         */
        cursor?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<RegisterPage, Problem>({
        path: `/api/v1/cases`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CasesDetail
     * @summary 办件
     * @request GET:/api/v1/cases/{caseNo}
     * @secure
     */
    v1CasesDetail: (caseNo: string, params: RequestParams = {}) =>
      this.request<Case, Problem>({
        path: `/api/v1/cases/${caseNo}`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CasesLedgerList
     * @summary 台账
     * @request GET:/api/v1/cases/{caseNo}/ledger
     * @secure
     */
    v1CasesLedgerList: (caseNo: string, params: RequestParams = {}) =>
      this.request<Ledger, Problem>({
        path: `/api/v1/cases/${caseNo}/ledger`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CasesClocksList
     * @summary 时限及逐日推算
     * @request GET:/api/v1/cases/{caseNo}/clocks
     * @secure
     */
    v1CasesClocksList: (caseNo: string, params: RequestParams = {}) =>
      this.request<Clocks, Problem>({
        path: `/api/v1/cases/${caseNo}/clocks`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CasesReceiptList
     * @summary 回执，供打印（80 毫米或者 A4）：编号、何时办好和依据、群众查看的二维码
     * @request GET:/api/v1/cases/{caseNo}/receipt
     * @secure
     */
    v1CasesReceiptList: (
      caseNo: string,
      query?: {
        /** @default "80mm" */
        paper?: "80mm" | "A4";
      },
      params: RequestParams = {},
    ) =>
      this.request<string, Problem>({
        path: `/api/v1/cases/${caseNo}/receipt`,
        method: "GET",
        query: query,
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CasesDocumentsDetail
     * @summary 一份文书；代码在办件的 notices 里
     * @request GET:/api/v1/cases/{caseNo}/documents/{code}
     * @secure
     */
    v1CasesDocumentsDetail: (
      caseNo: string,
      code: string,
      params: RequestParams = {},
    ) =>
      this.request<Document, Problem>({
        path: `/api/v1/cases/${caseNo}/documents/${code}`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CasesDocumentsPrintList
     * @summary 一份文书，供打印（A4）；存档联写明所依据的哪些待县里确认
     * @request GET:/api/v1/cases/{caseNo}/documents/{code}/print
     * @secure
     */
    v1CasesDocumentsPrintList: (
      caseNo: string,
      code: string,
      query?: {
        copy?: "file";
      },
      params: RequestParams = {},
    ) =>
      this.request<string, Problem>({
        path: `/api/v1/cases/${caseNo}/documents/${code}/print`,
        method: "GET",
        query: query,
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CasesLatenessList
     * @summary 超期归因：各逾期单位若都在时限内办结，整件是否按期；没有超期的为空
     * @request GET:/api/v1/cases/{caseNo}/lateness
     * @secure
     */
    v1CasesLatenessList: (caseNo: string, params: RequestParams = {}) =>
      this.request<Lateness, Problem>({
        path: `/api/v1/cases/${caseNo}/lateness`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CasesAheadList
     * @summary 将办：没有异议、没有退回时，此后还要经过的环节；推得到哪里算哪里
     * @request GET:/api/v1/cases/{caseNo}/ahead
     * @secure
     */
    v1CasesAheadList: (caseNo: string, params: RequestParams = {}) =>
      this.request<ActsAhead, Problem>({
        path: `/api/v1/cases/${caseNo}/ahead`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CasesMaterialsList
     * @summary 办件里的材料：申请时、各环节、登记情况时交来的，从先到后
     * @request GET:/api/v1/cases/{caseNo}/materials
     * @secure
     */
    v1CasesMaterialsList: (caseNo: string, params: RequestParams = {}) =>
      this.request<CaseMaterials, Problem>({
        path: `/api/v1/cases/${caseNo}/materials`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CasesIdentitiesCreate
     * @summary 写明目的，看一个身份证号码的全部；看过的留有记录
     * @request POST:/api/v1/cases/{caseNo}/identities
     * @secure
     */
    v1CasesIdentitiesCreate: (
      caseNo: string,
      data: AskIdentity,
      params: RequestParams = {},
    ) =>
      this.request<IdentityShown, Problem>({
        path: `/api/v1/cases/${caseNo}/identities`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CasesIdentitiesList
     * @summary 这件里的身份证号码谁看过、为什么，新的在前
     * @request GET:/api/v1/cases/{caseNo}/identities
     * @secure
     */
    v1CasesIdentitiesList: (caseNo: string, params: RequestParams = {}) =>
      this.request<IdentityViews, Problem>({
        path: `/api/v1/cases/${caseNo}/identities`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CasesUnconfirmedList
     * @summary 这件办件所依据的县级配置里，还没有经县里确认的
     * @request GET:/api/v1/cases/{caseNo}/unconfirmed
     * @secure
     */
    v1CasesUnconfirmedList: (caseNo: string, params: RequestParams = {}) =>
      this.request<UnconfirmedRules, Problem>({
        path: `/api/v1/cases/${caseNo}/unconfirmed`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CasesCommandsCreate
     * @summary 对办件的一次操作
     * @request POST:/api/v1/cases/{caseNo}/commands
     * @secure
     */
    v1CasesCommandsCreate: (
      caseNo: string,
      data: Command,
      params: RequestParams = {},
    ) =>
      this.request<Submitted, Problem>({
        path: `/api/v1/cases/${caseNo}/commands`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CasesPreviewCreate
     * @summary 这一操作会带来什么（不办理）
     * @request POST:/api/v1/cases/{caseNo}/preview
     * @secure
     */
    v1CasesPreviewCreate: (
      caseNo: string,
      data: Command,
      params: RequestParams = {},
    ) =>
      this.request<Preview, Problem>({
        path: `/api/v1/cases/${caseNo}/preview`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1EventsList
     * @summary 与我有关的办件有了变化：changed 写明办件号和 seq，missed 表示可能漏了，须全部重读
     * @request GET:/api/v1/events
     * @secure
     */
    v1EventsList: (params: RequestParams = {}) =>
      this.request<string, Problem>({
        path: `/api/v1/events`,
        method: "GET",
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MyCodesCreate
     * @summary 群众：取验证码，发到办件上留的电话；号码不对的同样答复
     * @request POST:/api/v1/my/codes
     */
    v1MyCodesCreate: (data: AskCode, params: RequestParams = {}) =>
      this.request<CodeSent, Problem>({
        path: `/api/v1/my/codes`,
        method: "POST",
        body: data,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MySessionsCreate
     * @summary 群众：凭办件号、身份证号码后四位和验证码进入自己的办件
     * @request POST:/api/v1/my/sessions
     */
    v1MySessionsCreate: (data: CitizenSignIn, params: RequestParams = {}) =>
      this.request<OwnCase, Problem>({
        path: `/api/v1/my/sessions`,
        method: "POST",
        body: data,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MySessionDelete
     * @summary 群众：退出
     * @request DELETE:/api/v1/my/session
     * @secure
     */
    v1MySessionDelete: (params: RequestParams = {}) =>
      this.request<void, Problem>({
        path: `/api/v1/my/session`,
        method: "DELETE",
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MyCaseList
     * @summary 群众：自己的办件
     * @request GET:/api/v1/my/case
     * @secure
     */
    v1MyCaseList: (params: RequestParams = {}) =>
      this.request<OwnCase, Problem>({
        path: `/api/v1/my/case`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MyCommandsCreate
     * @summary 群众：补正、异议、登记情况、撤回
     * @request POST:/api/v1/my/commands
     * @secure
     */
    v1MyCommandsCreate: (data: Command, params: RequestParams = {}) =>
      this.request<OwnSubmitted, Problem>({
        path: `/api/v1/my/commands`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MyRatingCreate
     * @summary 群众：办结以后评价；再评的以最后一次为准
     * @request POST:/api/v1/my/rating
     * @secure
     */
    v1MyRatingCreate: (data: Rate, params: RequestParams = {}) =>
      this.request<OwnCase, Problem>({
        path: `/api/v1/my/rating`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MyCommandsDetail
     * @summary 群众：一次操作的下落
     * @request GET:/api/v1/my/commands/{id}
     * @secure
     */
    v1MyCommandsDetail: (id: string, params: RequestParams = {}) =>
      this.request<CommandStatus, Problem>({
        path: `/api/v1/my/commands/${id}`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MyMaterialsCreate
     * @summary 群众：上传材料，归入自己的办件
     * @request POST:/api/v1/my/materials
     * @secure
     */
    v1MyMaterialsCreate: (data: File, params: RequestParams = {}) =>
      this.request<StoredMaterial, Problem>({
        path: `/api/v1/my/materials`,
        method: "POST",
        body: data,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MyDocumentsPrintList
     * @summary 群众：发给自己的一份文书
     * @request GET:/api/v1/my/documents/{code}/print
     * @secure
     */
    v1MyDocumentsPrintList: (code: string, params: RequestParams = {}) =>
      this.request<string, Problem>({
        path: `/api/v1/my/documents/${code}/print`,
        method: "GET",
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CommandsWaitingList
     * @summary 全县待送达的操作、没有应答的外部系统、卡住的办件（县里指定的岗位看）
     * @request GET:/api/v1/commands/waiting
     * @secure
     */
    v1CommandsWaitingList: (params: RequestParams = {}) =>
      this.request<DeliveryState, Problem>({
        path: `/api/v1/commands/waiting`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CommandsDetail
     * @summary 一次操作的下落
     * @request GET:/api/v1/commands/{id}
     * @secure
     */
    v1CommandsDetail: (id: string, params: RequestParams = {}) =>
      this.request<CommandStatus, Problem>({
        path: `/api/v1/commands/${id}`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CommandsList
     * @summary 我的待送达和送达后被退回的操作
     * @request GET:/api/v1/commands
     * @secure
     */
    v1CommandsList: (params: RequestParams = {}) =>
      this.request<CommandList, Problem>({
        path: `/api/v1/commands`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1CommandsReadCreate
     * @summary 已知悉
     * @request POST:/api/v1/commands/{id}/read
     * @secure
     */
    v1CommandsReadCreate: (id: string, params: RequestParams = {}) =>
      this.request<void, Problem>({
        path: `/api/v1/commands/${id}/read`,
        method: "POST",
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MaterialsCreate
     * @summary 上传材料（JPEG、PNG、PDF，不超过 20 MB，正文即文件）
     * @request POST:/api/v1/materials
     * @secure
     */
    v1MaterialsCreate: (data: File, params: RequestParams = {}) =>
      this.request<StoredMaterial, Problem>({
        path: `/api/v1/materials`,
        method: "POST",
        body: data,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MaterialsDetail
     * @summary 查看材料
     * @request GET:/api/v1/materials/{sha256}
     * @secure
     */
    v1MaterialsDetail: (sha256: string, params: RequestParams = {}) =>
      this.request<Blob, Problem>({
        path: `/api/v1/materials/${sha256}`,
        method: "GET",
        secure: true,
        format: "blob",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1TablesCalendarsCreate
     * @summary 录入节假日通知
     * @request POST:/api/v1/tables/calendars
     * @secure
     */
    v1TablesCalendarsCreate: (
      data: CalendarNotice,
      params: RequestParams = {},
    ) =>
      this.request<RecordedCalendar, Problem>({
        path: `/api/v1/tables/calendars`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1TablesCalendarsTrialCreate
     * @summary 试算节假日通知：多少在办件的期限改变，哪些无法继续（不录入）
     * @request POST:/api/v1/tables/calendars/trial
     * @secure
     */
    v1TablesCalendarsTrialCreate: (
      data: CalendarNotice,
      params: RequestParams = {},
    ) =>
      this.request<TableTrial, Problem>({
        path: `/api/v1/tables/calendars/trial`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1TablesRulesCreate
     * @summary 录入规则的新数值
     * @request POST:/api/v1/tables/rules
     * @secure
     */
    v1TablesRulesCreate: (data: RuleChange, params: RequestParams = {}) =>
      this.request<RecordedRule, Problem>({
        path: `/api/v1/tables/rules`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1TablesRulesList
     * @summary 规则：各时段的数值和依据，县级配置县里确认了没有
     * @request GET:/api/v1/tables/rules
     * @secure
     */
    v1TablesRulesList: (params: RequestParams = {}) =>
      this.request<Rules, Problem>({
        path: `/api/v1/tables/rules`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1TablesRulesTrialCreate
     * @summary 试算规则的新数值：多少在办件的期限改变，哪些无法继续（不录入）
     * @request POST:/api/v1/tables/rules/trial
     * @secure
     */
    v1TablesRulesTrialCreate: (data: RuleChange, params: RequestParams = {}) =>
      this.request<TableTrial, Problem>({
        path: `/api/v1/tables/rules/trial`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1TablesRulesSignOffsCreate
     * @summary 县里确认一行县级配置：谁、依据什么
     * @request POST:/api/v1/tables/rules/sign-offs
     * @secure
     */
    v1TablesRulesSignOffsCreate: (data: SignOff, params: RequestParams = {}) =>
      this.request<void, Problem>({
        path: `/api/v1/tables/rules/sign-offs`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        ...params,
      }),

    /**
     * No description
     *
     * @name V1TablesPublishCreate
     * @summary 把现行规则和日历告知所有在办件
     * @request POST:/api/v1/tables/publish
     * @secure
     */
    v1TablesPublishCreate: (params: RequestParams = {}) =>
      this.request<Published, Problem>({
        path: `/api/v1/tables/publish`,
        method: "POST",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1StaffList
     * @summary 我管理的单位的人员和任职（负责人管本单位的，县里指定的岗位管全县的）
     * @request GET:/api/v1/staff
     * @secure
     */
    v1StaffList: (params: RequestParams = {}) =>
      this.request<StaffList, Problem>({
        path: `/api/v1/staff`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1StaffCreate
     * @summary 登记人员和第一个岗位
     * @request POST:/api/v1/staff
     * @secure
     */
    v1StaffCreate: (data: NewPerson, params: RequestParams = {}) =>
      this.request<Staff, Problem>({
        path: `/api/v1/staff`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1StaffChangesList
     * @summary 人员管理的记录：谁、为什么改了什么，新的在前
     * @request GET:/api/v1/staff/changes
     * @secure
     */
    v1StaffChangesList: (params: RequestParams = {}) =>
      this.request<StaffChanges, Problem>({
        path: `/api/v1/staff/changes`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1StaffPostsCreate
     * @summary 加岗位
     * @request POST:/api/v1/staff/{id}/posts
     * @secure
     */
    v1StaffPostsCreate: (
      id: string,
      data: NewPost,
      params: RequestParams = {},
    ) =>
      this.request<Staff, Problem>({
        path: `/api/v1/staff/${id}/posts`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1StaffPostsEndCreate
     * @summary 任职到期：写明最后一日；此后他认领的退回岗位
     * @request POST:/api/v1/staff/{id}/posts/{post}/end
     * @secure
     */
    v1StaffPostsEndCreate: (
      id: string,
      post: string,
      data: EndPost,
      params: RequestParams = {},
    ) =>
      this.request<Staff, Problem>({
        path: `/api/v1/staff/${id}/posts/${post}/end`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1StaffPasswordCreate
     * @summary 重设口令；此人已有的登录随即失效
     * @request POST:/api/v1/staff/{id}/password
     * @secure
     */
    v1StaffPasswordCreate: (
      id: string,
      data: ResetPassword,
      params: RequestParams = {},
    ) =>
      this.request<void, Problem>({
        path: `/api/v1/staff/${id}/password`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MePasswordCreate
     * @summary 改自己的口令；别处的登录随即失效
     * @request POST:/api/v1/me/password
     * @secure
     */
    v1MePasswordCreate: (data: OwnPassword, params: RequestParams = {}) =>
      this.request<void, Problem>({
        path: `/api/v1/me/password`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        ...params,
      }),

    /**
     * No description
     *
     * @name V1UnitsList
     * @summary 单位名录（无需登录）
     * @request GET:/api/v1/units
     */
    v1UnitsList: (params: RequestParams = {}) =>
      this.request<Units, Problem>({
        path: `/api/v1/units`,
        method: "GET",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1UnitsUpdate
     * @summary 登记或者变更单位：改名、改上级、并入（由县里指定的岗位）。并入以后，原来请它办的由并入的单位的同一岗位办，办过的一字不变
     * @request PUT:/api/v1/units/{unit}
     * @secure
     */
    v1UnitsUpdate: (
      unit: string,
      data: ChangedUnit,
      params: RequestParams = {},
    ) =>
      this.request<
        {
          id: string;
          name: string;
          kind: "county" | "department" | "township";
          parent: string | null;
          /** 并入了哪个单位 */
          joined: string | null;
        },
        Problem
      >({
        path: `/api/v1/units/${unit}`,
        method: "PUT",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1PeopleList
     * @summary 县里登记过的人和现在任的岗位：表单里选人、办件里说出姓名
     * @request GET:/api/v1/people
     * @secure
     */
    v1PeopleList: (params: RequestParams = {}) =>
      this.request<People, Problem>({
        path: `/api/v1/people`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1UnitsPeopleList
     * @summary 一个单位现在在岗的人：转办时选
     * @request GET:/api/v1/units/{unit}/people
     * @secure
     */
    v1UnitsPeopleList: (unit: string, params: RequestParams = {}) =>
      this.request<Colleagues, Problem>({
        path: `/api/v1/units/${unit}/people`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1LocalStandInsList
     * @summary 样例系统（本地、测试、培训）：各收下了什么，新的在前
     * @request GET:/api/v1/local/stand-ins
     * @secure
     */
    v1LocalStandInsList: (params: RequestParams = {}) =>
      this.request<StandIns, Problem>({
        path: `/api/v1/local/stand-ins`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1LocalStandInsUpdate
     * @summary 停下样例系统，或者恢复：看一看外部系统没有应答时各处怎样
     * @request PUT:/api/v1/local/stand-ins/{system}
     * @secure
     */
    v1LocalStandInsUpdate: (
      system: "sms" | "bank" | "verification" | "grid" | "hotline",
      data: SwitchedStandIn,
      params: RequestParams = {},
    ) =>
      this.request<StandIn, Problem>({
        path: `/api/v1/local/stand-ins/${system}`,
        method: "PUT",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MyMattersList
     * @summary 群众：可以自己在网上申请的事项、向哪里申请、填什么（无需登录）
     * @request GET:/api/v1/my/matters
     * @secure
     */
    v1MyMattersList: (params: RequestParams = {}) =>
      this.request<OnlineMatters, Problem>({
        path: `/api/v1/my/matters`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MyApplicantsCodesCreate
     * @summary 群众：申请之前取验证码，发到所填的电话（无需登录）
     * @request POST:/api/v1/my/applicants/codes
     * @secure
     */
    v1MyApplicantsCodesCreate: (
      data: AskObjectionCode,
      params: RequestParams = {},
    ) =>
      this.request<CodeSent, Problem>({
        path: `/api/v1/my/applicants/codes`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MyApplicantsCreate
     * @summary 群众：凭电话和验证码开始申请
     * @request POST:/api/v1/my/applicants
     * @secure
     */
    v1MyApplicantsCreate: (
      data: StartApplication,
      params: RequestParams = {},
    ) =>
      this.request<Applicant, Problem>({
        path: `/api/v1/my/applicants`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MyApplicantList
     * @summary 群众：正在以哪个电话申请
     * @request GET:/api/v1/my/applicant
     * @secure
     */
    v1MyApplicantList: (params: RequestParams = {}) =>
      this.request<Applicant, Problem>({
        path: `/api/v1/my/applicant`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MyApplicationsMaterialsCreate
     * @summary 群众：上传要随申请交的材料
     * @request POST:/api/v1/my/applications/materials
     * @secure
     */
    v1MyApplicationsMaterialsCreate: (data: File, params: RequestParams = {}) =>
      this.request<StoredMaterial, Problem>({
        path: `/api/v1/my/applications/materials`,
        method: "POST",
        body: data,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MyApplicationsTrialCreate
     * @summary 群众：试申请，还缺什么（不办理）
     * @request POST:/api/v1/my/applications/trial
     * @secure
     */
    v1MyApplicationsTrialCreate: (data: OpenCase, params: RequestParams = {}) =>
      this.request<Trial, Problem>({
        path: `/api/v1/my/applications/trial`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MyApplicationsCreate
     * @summary 群众：提出申请；随即进入自己的办件
     * @request POST:/api/v1/my/applications
     * @secure
     */
    v1MyApplicationsCreate: (data: OpenCase, params: RequestParams = {}) =>
      this.request<OwnOpened, Problem>({
        path: `/api/v1/my/applications`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name V1MyApplicationsDetail
     * @summary 群众：一次申请的下落
     * @request GET:/api/v1/my/applications/{id}
     * @secure
     */
    v1MyApplicationsDetail: (id: string, params: RequestParams = {}) =>
      this.request<CommandStatus, Problem>({
        path: `/api/v1/my/applications/${id}`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),
  };
}
