// @ts-nocheck
/**
 * 一门 Yimen
 * 1
 * DO NOT MODIFY - This file has been generated using oazapfts.
 * See https://www.npmjs.com/package/oazapfts
 */
import * as Oazapfts from "@oazapfts/runtime";
import * as QS from "@oazapfts/runtime/query";
export const defaults: Oazapfts.Defaults<Oazapfts.CustomHeaders> = {
    headers: {},
    baseUrl: "/"
};
const oazapfts = Oazapfts.runtime(defaults);
export const servers = {};
export type Health = {
    status: "up";
};
export type Problem = {
    "type": string;
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
    about?: {
        [key: string]: any;
    };
    requestId?: string;
};
export type Readiness = {
    status: "ready" | "waiting";
    postgresql: boolean;
    temporal: boolean;
    worker: boolean;
    /** 卡住的办件号，最多 20 个 */
    stuck: string[];
};
export type MoveClock = {
    advance?: string;
    speed?: number;
};
export type CountyClock = {
    /** 县时间，epoch 毫秒 */
    now: number;
    speed: number;
};
export type WorkingCalendar = {
    version: string;
    announcedYears: number[];
    entries: {
        "from": string;
        to: string;
        kind: "off" | "work";
        name: string;
        basis: string;
        confirmed: boolean;
    }[];
    projected?: {
        "from": string;
        to: string;
        kind: "off" | "work";
        name: string;
        basis: string;
        confirmed: boolean;
    }[];
    officeHours: [
        number,
        number
    ][];
};
export type SourceAnswer = {
    caseNo: string;
    act: string;
    round: number;
    /** 按来源写明；同时得到的一并送来，迟到的另送 */
    answers: {
        [key: string]: {
            status: "answered" | "no-data";
            findings: {
                kind: string;
                person?: string;
                amountFen?: number;
                note: string;
            }[];
        };
    };
};
export type Answered = {
    state: "accepted" | "waiting";
};
export type BroughtUp = {
    matter: string;
    /** 哪个乡镇 */
    unit: string;
    /** 对方系统里的编号；重发时不变 */
    reference: string;
    form: {
        [key: string]: any;
    };
};
export type BroughtUpAnswer = {
    caseNo: string;
    /** 并入了在办的一件 */
    merged: boolean;
    state: "accepted" | "waiting";
};
export type SignInWays = {
    /** 有没有统一身份登录 */
    oidc: boolean;
};
export type SignIn = {
    username: string;
    password: string;
};
export type Session = {
    token: string;
};
export type SamplePeople = {
    password: string;
    items: {
        username: string;
        name: string;
        unit: string;
        roles: string[];
    }[];
};
export type Me = {
    id: string;
    name: string;
    username: string;
    posts: {
        id: string;
        unit: string;
        role: string;
        "from": string;
        to?: string;
    }[];
    /** 管理哪些单位的人员 */
    manages: string[];
    /** 是否录入规则、日历，变更单位 */
    keeps: boolean;
    /** 试用：县时钟可以调，外部系统可以是样例 */
    trial: boolean;
};
export type DatedList = {
    items: string[];
};
export type DutyList = {
    items: {
        code: string;
        kind: "\u57FA\u672C\u5C65\u804C" | "\u914D\u5408\u5C65\u804C" | "\u4E0A\u7EA7\u90E8\u95E8\u6536\u56DE";
        item: string;
        unit: string;
        basis: string;
        "from": string;
        to: string | null;
    }[];
};
export type Matters = {
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
};
export type Matter = {
    code: string;
    title: string;
    basis: string;
    version: number;
    /** 登记它的岗位，按本县的叫法；没有的由别的办件设立 */
    openedBy: string | null;
    /** 我可以在哪些单位登记它 */
    units: string[];
    /** 表单的 JSON Schema */
    form: {
        [key: string]: any;
    };
    /** 县里的字：编号里写在事项的字前面 */
    numberWord: {
        /** 规则的值 */
        value?: any;
        "from": string;
        to?: string;
        basis: string;
        standing: "law" | "county";
    } | null;
    /** 系统核验免交的材料，向谁核验 */
    lookedUp: {
        item: string;
        "from": string;
    }[];
    rules: {
        name: string;
        title: string;
        version: string;
        row: {
            /** 规则的值 */
            value?: any;
            "from": string;
            to?: string;
            basis: string;
            standing: "law" | "county";
        } | null;
    }[];
};
export type Task = {
    key: string;
    name: string;
    kind: "decide" | "inquire" | "publicNotice" | "askApplicant" | "serve" | "await" | "resend" | "reply";
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
    labels: {
        [key: string]: string;
    };
    /** 县时间，epoch 毫秒 */
    caseDueAt: number | null;
    /** 催办过几次 */
    urged: number;
    risk: "red" | "yellow" | "green";
};
export type TaskPage = {
    items: Task[];
    /** 下一页的位置；null 为最后一页 */
    cursor: string | null;
};
export type InboxCounts = {
    items: {
        matter: string;
        step: string;
        /** 在哪个单位登记的 */
        "from": string;
        count: number;
    }[];
};
export type NoticePage = {
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
};
export type Registers = {
    items: {
        name: string;
        fields: {
            name: string;
            label: string;
        }[];
        /** 状态有哪些；没有状态的为空 */
        states: string[];
    }[];
};
export type RegisterRows = {
    items: {
        subject: string;
        "from": string;
        /** 最后一日；没有则至下一行开始为止 */
        to: string | null;
        data: {
            [key: string]: any;
        };
    }[];
    /** 下一页的位置；null 为最后一页 */
    cursor: string | null;
};
export type RegisterHistory = {
    /** 从旧到新 */
    items: {
        subject: string;
        "from": string;
        /** 最后一日；没有则至下一行开始为止 */
        to: string | null;
        data: {
            [key: string]: any;
        };
    }[];
};
export type VerifiedDocument = {
    title: string;
    /** 文书编号 */
    "number": string;
    /** 出具机关 */
    organ: string;
    date: string;
};
export type AskObjectionCode = {
    phone: string;
};
export type CodeSent = {
    /** 几分钟内有效 */
    minutes: number;
    /** 试用时直接给出 */
    code?: string;
};
export type Object = {
    objector: string;
    phone: string;
    code: string;
    content: string;
};
export type Objected = {
    received: true;
};
export type FiledRegisters = {
    items: {
        name: string;
        /** 可以查找 */
        searched: boolean;
    }[];
};
export type FrozenPeriods = {
    items: string[];
};
export type Assessment = {
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
        "of": "unit" | "opener" | "branch" | "lead" | "shared";
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
        "of": "unit" | "opener" | "branch" | "lead" | "shared";
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
};
export type AssessedCases = {
    items: {
        caseNo: string;
        /** 计入分子多少 */
        counted: number;
        /** 计入分母多少；null 为分母是单位自己的数 */
        among: number | null;
        /** 算的是其中的哪些环节和结果、情况 */
        steps: string[];
    }[];
};
export type Supervision = {
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
};
export type Ratings = {
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
};
export type DecidedPage = {
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
};
export type SupervisionByOrigin = {
    /** 县时间，epoch 毫秒 */
    at: number;
    items: {
        "from": string;
        name: string;
        open: number;
        overdue: number;
        atRisk: number;
        /** 县时间，epoch 毫秒 */
        earliestDueAt: number | null;
    }[];
};
export type Attention = {
    items: {
        caseNo: string;
        matter: string;
        unit: string;
        why: string;
        at: number;
    }[];
};
export type OpenCase = {
    matter: string;
    unit: string;
    /** 按该结果或情况的表单填写 */
    form: {
        [key: string]: any;
    };
};
export type Trial = {
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
    } | null;
    /** 所关于的对象现在不能办，怎么办 */
    unfit: string | null;
};
export type WholeCase = {
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
    labels: {
        [key: string]: string;
    };
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
        kind: "decide" | "inquire" | "publicNotice" | "askApplicant" | "serve" | "await" | "resend" | "reply";
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
            "of": string[];
            have: string[];
        } | null;
        outcomes: {
            name: string;
            /** 表单的 JSON Schema */
            form: {
                [key: string]: any;
            };
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
            "type": "claim" | "release" | "transfer" | "urge" | "supervise";
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
            form: {
                [key: string]: any;
            };
            basis: string;
            /** 不能做时的错误编码；能做则为 null */
            whyNot: string | null;
            /** 不能做的原因和下一步 */
            because: string | null;
        }[];
        endings: {
            "type": "withdraw" | "terminate";
            reason: string | null;
            outcome: string;
            /** 表单的 JSON Schema */
            form: {
                [key: string]: any;
            };
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
            "never": string[];
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
        by: {
            kind: "officer";
            person: string;
            name: string;
            unit: string;
        } | {
            kind: "applicant" | "system" | "clock";
        };
        affirmed: {
            seq: number;
            /** 县时间，epoch 毫秒 */
            at: number;
            opinion: string;
            by: {
                kind: "officer";
                person: string;
                name: string;
                unit: string;
            } | {
                kind: "applicant" | "system" | "clock";
            };
        } | null;
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
        kind: "\u6CD5\u5B9A" | "\u627F\u8BFA" | "\u73AF\u8282" | "\u516C\u793A";
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
        /** 办件的第几份文书：从 1 起，不跳号；撤回的不再用它的号 */
        "number": number;
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
        state: "waiting" | "taken" | "refused" | "forgone" | "dropped" | "undoing" | "undone";
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
        } | null;
        ruling: {
            seq: number;
            /** 县时间，epoch 毫秒 */
            at: number;
            revoked: boolean;
            opinion: string;
        } | null;
    }[];
    /** 登记的情况 */
    facts?: any;
    responsibility: {
        totalMinutes: number;
        accounts: {
            party: {
                kind: "office";
                unit: string;
                role: string;
                person?: string;
            } | {
                kind: "applicant";
            } | {
                kind: "outside";
                system: string;
            } | {
                kind: "statutory";
                why: string;
            };
            minutes: number;
        }[];
    };
    /** 办结的结果 */
    result?: any;
};
export type AskedCase = {
    caseNo: string;
    displayNo: string;
    matter: string;
    title: string;
    seq: number;
    state: "open" | "suspended" | "closed";
    acts: {
        key: string;
        name: string;
        kind: "decide" | "inquire" | "publicNotice" | "askApplicant" | "serve" | "await" | "resend" | "reply";
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
            "of": string[];
            have: string[];
        } | null;
        outcomes: {
            name: string;
            /** 表单的 JSON Schema */
            form: {
                [key: string]: any;
            };
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
            "type": "claim" | "release" | "transfer" | "urge" | "supervise";
            /** 不能做时的错误编码；能做则为 null */
            whyNot: string | null;
            /** 不能做的原因和下一步 */
            because: string | null;
        }[];
    }[];
    visibility: "asked";
};
export type Case = ({
    visibility: "whole";
} & WholeCase) | ({
    visibility: "asked";
} & AskedCase);
export type Opened = {
    caseNo: string;
    displayNo: string;
    seq: number;
    view: Case;
};
export type Waiting = {
    state: "waiting";
    title: string;
    detail: string;
    caseNo: string;
    command: string;
};
export type RegisterPage = {
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
        labels: {
            [key: string]: string;
        };
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
};
export type Ledger = {
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
        ruleVersions: {
            [key: string]: string;
        };
        /** 何事 */
        event?: any;
        /** 由此得出的后果 */
        derived?: any;
    }[];
};
export type Clocks = {
    items: {
        key: string;
        name: string;
        kind: "\u6CD5\u5B9A" | "\u627F\u8BFA" | "\u73AF\u8282" | "\u516C\u793A";
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
};
export type Document = {
    title: string;
    /** 文书编号 */
    "number": string;
    /** 出具机关 */
    organ: string;
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
        on: string;
    } | null;
    code: string;
    /** 任何人可以核验的地址 */
    verifyAt: string;
    /** 该地址的二维码（data URL） */
    qr: string;
};
export type Lateness = {
    items: {
        unit: string;
        /** 该单位逾期办结的、逾期未办的环节 */
        late: string[];
        /** 该单位若都在时限内办结，整件是否按期；null 为不能断定 */
        inTime: boolean | null;
    }[];
};
export type ActsAhead = {
    items: {
        key: string;
        name: string;
    }[];
};
export type CaseMaterials = {
    items: {
        sha256: string;
        mediaType: string;
        bytes: number;
        name: string;
        /** 申请时、哪个环节、登记哪种情况时交来 */
        "from": string;
        /** 县时间，epoch 毫秒 */
        at: number;
    }[];
};
export type AskIdentity = {
    field: string;
    purpose: string;
};
export type IdentityShown = {
    "number": string;
};
export type IdentityViews = {
    items: {
        field: string;
        person: string;
        name: string;
        purpose: string;
        /** 县时间，epoch 毫秒 */
        at: number;
    }[];
};
export type UnconfirmedRules = {
    items: string[];
};
export type Command = {
    "type": "claim";
    act: string;
} | {
    "type": "release";
    act: string;
} | {
    "type": "decide";
    act: string;
    outcome: string;
    /** 按该结果或情况的表单填写 */
    form?: {
        [key: string]: any;
    };
    opinion?: string;
    /** 与备案的近亲属同名的，确认自己不是本人 */
    notRelated?: true;
} | {
    "type": "transfer";
    act: string;
    to: {
        unit: string;
        person?: string;
    };
    opinion: string;
} | {
    "type": "return";
    act: string;
    target: string;
    mode: "redo" | "direct";
    opinion: string;
} | {
    "type": "takeBack";
    act: string;
    opinion: string;
} | {
    "type": "affirm";
    act: string;
    opinion: string;
} | {
    "type": "urge";
    act: string;
    opinion: string;
} | {
    "type": "supervise";
    act: string;
    demand: string;
    /** 回复期限 */
    reply: {
        amount: number;
        unit: "workingDays" | "workingHours";
    };
} | {
    "type": "suspend";
    reason: string;
    opinion: string;
} | {
    "type": "resume";
    opinion: string;
} | {
    "type": "extend";
    clock: string;
    reason: string;
    opinion: string;
} | {
    "type": "withdraw";
    /** 按该结果或情况的表单填写 */
    form?: {
        [key: string]: any;
    };
    opinion: string;
} | {
    "type": "terminate";
    reason: string;
    /** 按该结果或情况的表单填写 */
    form?: {
        [key: string]: any;
    };
    opinion: string;
} | {
    "type": "supplement";
    fact: string;
    /** 按该结果或情况的表单填写 */
    data: {
        [key: string]: any;
    };
} | {
    "type": "amend";
    /** 按路径写要更正的各项，如 members.0.name；写 null 的去掉这一项 */
    changes: {
        [key: string]: any;
    };
    opinion: string;
};
export type Submitted = {
    seq: number;
    view: Case;
    next: Task & (object | null);
};
export type Preview = {
    kind: "accepted";
    opens: {
        key: string;
        name: string;
        kind: "decide" | "inquire" | "publicNotice" | "askApplicant" | "serve" | "await" | "resend" | "reply";
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
        kind: "decide" | "inquire" | "publicNotice" | "askApplicant" | "serve" | "await" | "resend" | "reply";
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
        kind: "\u6CD5\u5B9A" | "\u627F\u8BFA" | "\u73AF\u8282" | "\u516C\u793A";
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
        kind: "\u6CD5\u5B9A" | "\u627F\u8BFA" | "\u73AF\u8282" | "\u516C\u793A";
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
        kind: "\u6CD5\u5B9A" | "\u627F\u8BFA" | "\u73AF\u8282" | "\u516C\u793A";
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
        payload: {
            [key: string]: any;
        };
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
        payload: {
            [key: string]: any;
        };
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
        /** 办件的第几份文书：从 1 起，不跳号；撤回的不再用它的号 */
        "number": number;
        seq: number;
        /** 县时间，epoch 毫秒 */
        at: number;
        /** 县时间，epoch 毫秒 */
        until: number | null;
    }[];
    supersedes: string[];
    outcome: string | null;
};
export type AskCode = {
    /** 办件号；照文书上的写法也可以 */
    caseNo: string;
    last: string;
};
export type CitizenSignIn = {
    /** 办件号；照文书上的写法也可以 */
    caseNo: string;
    last: string;
    code: string;
};
export type OwnCase = {
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
    } | null;
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
            form: {
                [key: string]: any;
            };
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
        form: {
            [key: string]: any;
        };
        basis: string;
    }[];
    withdrawal: {
        /** 表单的 JSON Schema */
        form: {
            [key: string]: any;
        };
        basis: string;
    } | null;
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
    } | null;
};
export type OwnSubmitted = {
    seq: number;
    view: OwnCase;
};
export type Rate = {
    score: number;
    words: string;
};
export type CommandStatus = {
    id: string;
    caseNo: string;
    state: "waiting" | "accepted" | "refused";
    "type": string;
    /** 县时间，epoch 毫秒 */
    at: number;
    reply: {
        seq: number;
        unchanged?: boolean;
    } | {
        code: string;
        detail: string;
        fields?: {
            field: string;
            text: string;
        }[];
        about?: {
            [key: string]: any;
        };
    } | null;
};
export type StoredMaterial = {
    sha256: string;
    bytes: number;
    mediaType: string;
};
export type DeliveryState = {
    waiting: {
        id: string;
        caseNo: string;
        "type": string;
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
};
export type CommandList = {
    items: CommandStatus[];
};
export type CalendarNotice = {
    version: string;
    announcedYears?: number[];
    entries: {
        "from": string;
        to: string;
        kind: "off" | "work";
        name: string;
        basis: string;
        confirmed: boolean;
    }[];
    /** 依据或原因，留存备查 */
    why: string;
};
export type RecordedCalendar = {
    version: string;
};
export type TableTrial = {
    /** 涉及的在办件 */
    cases: number;
    /** 有期限提前的 */
    sooner: number;
    /** 期限推后的 */
    later: number;
    /** 无法继续办理的 */
    hurt: string[];
};
export type RuleChange = {
    name: string;
    version: string;
    row: {
        value?: any;
        "from": string;
        to?: string;
        basis: string;
        standing: "law" | "county";
    };
    /** 依据或原因，留存备查 */
    why: string;
};
export type RecordedRule = {
    name: string;
    version: string;
};
export type Rules = {
    items: {
        name: string;
        title: string;
        matters: string[];
        version: string;
        /** 数值各项叫什么 */
        words: {
            [key: string]: string;
        };
        /** 谁、何时、为什么录入；随程序带来的为空 */
        recorded: {
            by: string;
            at: string;
            why: string;
        } | null;
        rows: {
            /** 数值 */
            value?: any;
            "from": string;
            to: string | null;
            basis: string;
            standing: "law" | "county";
            /** 县里确认过的；法定的不用确认 */
            signedOff: {
                by: string;
                /** 县时间，epoch 毫秒 */
                at: number;
                why: string;
            } | null;
        }[];
    }[];
};
export type SignOff = {
    name: string;
    "from": string;
    /** 依据或原因，留存备查 */
    why: string;
};
export type Published = {
    told: number;
    cases: number;
    clocks: number;
};
export type Staff = {
    id: string;
    username: string;
    name: string;
    posts: {
        id: string;
        unit: string;
        role: string;
        "from": string;
        to: string | null;
    }[];
};
export type StaffList = {
    /** 我管理的单位 */
    units: string[];
    /** 可以任的岗位 */
    roles: string[];
    items: Staff[];
};
export type NewPerson = {
    username: string;
    name: string;
    identity: string;
    password: string;
    unit: string;
    role: string;
    "from": string;
    to?: string;
    /** 依据或原因，留存备查 */
    why: string;
};
export type StaffChanges = {
    items: {
        /** 县时间，epoch 毫秒 */
        at: number;
        by: string;
        name: string;
        unit: string;
        what: string;
        why: string;
    }[];
};
export type NewPost = {
    unit: string;
    role: string;
    "from": string;
    to?: string;
    /** 依据或原因，留存备查 */
    why: string;
};
export type EndPost = {
    to: string;
    /** 依据或原因，留存备查 */
    why: string;
};
export type ResetPassword = {
    password: string;
    /** 依据或原因，留存备查 */
    why: string;
};
export type OwnPassword = {
    current: string;
    password: string;
};
export type Units = {
    items: {
        id: string;
        name: string;
        kind: "county" | "department" | "township";
        parent: string | null;
        /** 并入了哪个单位 */
        joined: string | null;
    }[];
};
export type ChangedUnit = {
    name: string;
    kind: "county" | "department" | "township";
    /** 上级单位；最上级的没有 */
    parent: string | null;
    /** 并入哪个单位 */
    joined?: string | null;
    /** 依据或原因，留存备查 */
    why: string;
};
export type People = {
    items: {
        id: string;
        name: string;
        /** 现在任的岗位；没有的不在岗 */
        offices: {
            unit: string;
            role: string;
        }[];
    }[];
};
export type Colleagues = {
    items: {
        id: string;
        name: string;
        roles: string[];
    }[];
};
export type StandIn = {
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
};
export type StandIns = {
    items: StandIn[];
};
export type SwitchedStandIn = {
    down: boolean;
};
export type OnlineMatters = {
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
        form: {
            [key: string]: any;
        };
    }[];
};
export type StartApplication = {
    phone: string;
    code: string;
};
export type Applicant = {
    phone: string;
};
export type OwnOpened = {
    displayNo: string;
    view: OwnCase;
};
/**
 * 存活
 */
export function getApiV1Health(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Health;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/health", {
        ...opts
    });
}
/**
 * 就绪：PostgreSQL、Temporal、worker
 */
export function getApiV1Ready(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Readiness;
    } | {
        status: 503;
        data: Readiness;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/ready", {
        ...opts
    });
}
/**
 * Prometheus（凭 YIMEN_METRICS_TOKEN）
 */
export function getApiV1Metrics(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/metrics", {
        ...opts
    });
}
/**
 * 调整县时钟（本地、测试、培训）
 */
export function postApiV1LocalClock(moveClock: MoveClock, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CountyClock;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/local/clock", oazapfts.json({
        ...opts,
        method: "POST",
        body: moveClock
    }));
}
/**
 * 现行工作日历（无需登录）：剩余的工作日据以计算
 */
export function getApiV1Calendar(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: WorkingCalendar;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/calendar", {
        ...opts
    });
}
/**
 * 县时间
 */
export function getApiV1Clock(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CountyClock;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/clock", {
        ...opts
    });
}
/**
 * 核对中心的答复（签名回调）
 */
export function postApiV1CallbacksVerification(sourceAnswer: SourceAnswer, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Answered;
    } | {
        status: 202;
        data: Answered;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/callbacks/verification", oazapfts.json({
        ...opts,
        method: "POST",
        body: sourceAnswer
    }));
}
/**
 * 外部系统提起办件（签名）：同一编号提起的是同一件；已经在办的并入，一并答复
 */
export function postApiV1CallbacksCases(broughtUp: BroughtUp, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: BroughtUpAnswer;
    } | {
        status: 202;
        data: BroughtUpAnswer;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/callbacks/cases", oazapfts.json({
        ...opts,
        method: "POST",
        body: broughtUp
    }));
}
/**
 * 怎样登录
 */
export function getApiV1SignInWays(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: SignInWays;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/sign-in-ways", {
        ...opts
    });
}
/**
 * 统一身份登录：转到统一身份平台
 */
export function getApiV1SessionsOidc({ beside }: {
    beside?: "yes";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 302;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/sessions/oidc${QS.query(QS.explode({
        beside
    }))}`, {
        ...opts
    });
}
/**
 * 统一身份登录：由统一身份平台转回
 */
export function getApiV1SessionsOidcCallback(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: 302;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/sessions/oidc/callback", {
        ...opts
    });
}
/**
 * 登录
 */
export function postApiV1Sessions(signIn: SignIn, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: Session;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/sessions", oazapfts.json({
        ...opts,
        method: "POST",
        body: signIn
    }));
}
/**
 * 样例人员，供试用时一按即登录
 */
export function getApiV1SamplePeople(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: SamplePeople;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/sample-people", {
        ...opts
    });
}
/**
 * 退出
 */
export function deleteApiV1SessionsCurrent(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 204;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/sessions/current", {
        ...opts,
        method: "DELETE"
    });
}
/**
 * 我和我的岗位
 */
export function getApiV1Me(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Me;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/me", {
        ...opts
    });
}
/**
 * 表单里从名录选的：名录现行的各项（无需登录）
 */
export function getApiV1ListsByRule(rule: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: DatedList;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/lists/${encodeURIComponent(rule)}`, {
        ...opts
    });
}
/**
 * 职责清单：今天有效的事项和主管单位
 */
export function getApiV1Duties(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: DutyList;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/duties", {
        ...opts
    });
}
/**
 * 事项目录
 */
export function getApiV1Matters(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Matters;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/matters", {
        ...opts
    });
}
/**
 * 事项：依据、时限、申请表
 */
export function getApiV1MattersByCode(code: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Matter;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/matters/${encodeURIComponent(code)}`, {
        ...opts
    });
}
/**
 * 我的待办，按时限风险排列
 */
export function getApiV1Inbox({ matter, step, $from, text, limit, cursor }: {
    matter?: string;
    step?: string;
    $from?: string;
    text?: string;
    limit?: number;
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: TaskPage;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/inbox${QS.query(QS.explode({
        matter,
        step,
        "from": $from,
        text,
        limit,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * 我的待办按事项、环节各有多少
 */
export function getApiV1InboxCounts({ text }: {
    text?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: InboxCounts;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/inbox/counts${QS.query(QS.explode({
        text
    }))}`, {
        ...opts
    });
}
/**
 * 在办环节：负责人看本单位的，督查和主管单位看所辖办件的，按时限风险排列
 */
export function getApiV1Acts({ only, late, matter, unit, $from, step, person, limit, cursor }: {
    only?: "lapsed" | "unheld";
    late?: "overdue" | "risk";
    matter?: string;
    unit?: string;
    $from?: string;
    step?: string;
    person?: string;
    limit?: number;
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: TaskPage;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/acts${QS.query(QS.explode({
        only,
        late,
        matter,
        unit,
        "from": $from,
        step,
        person,
        limit,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * 公示栏（无需登录），新的在前
 */
export function getApiV1Notices({ q, limit, cursor }: {
    q?: string;
    limit?: number;
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: NoticePage;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/notices${QS.query(QS.explode({
        q,
        limit,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * 有哪些登记簿（无需登录），各登记什么
 */
export function getApiV1Registers(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Registers;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/registers", {
        ...opts
    });
}
/**
 * 登记簿（无需登录）：某一日仍然有效的，按名称、代码、状态查找；或者某一日以来变化的
 */
export function getApiV1RegistersByRegister(register: string, { q, on, state, since, limit, cursor }: {
    q?: string;
    on?: string;
    state?: string;
    since?: string;
    limit?: number;
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: RegisterRows;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/registers/${encodeURIComponent(register)}${QS.query(QS.explode({
        q,
        on,
        state,
        since,
        limit,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * 登记簿的一项（无需登录）：历次登记的内容
 */
export function getApiV1RegistersByRegisterAndSubject(register: string, subject: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: RegisterHistory;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/registers/${encodeURIComponent(register)}/${encodeURIComponent(subject)}`, {
        ...opts
    });
}
/**
 * 登记簿摘录（无需登录），供打印（A4）：某一日的内容，附核验二维码
 */
export function getApiV1RegisterExtractsByRegisterAndSubject(register: string, subject: string, { on }: {
    on?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/register-extracts/${encodeURIComponent(register)}/${encodeURIComponent(subject)}${QS.query(QS.explode({
        on
    }))}`, {
        ...opts
    });
}
/**
 * 登记簿导出（无需登录）：与查到的相同的一份工作簿
 */
export function getApiV1RegisterSheetsByRegister(register: string, { q, on, state, since }: {
    q?: string;
    on?: string;
    state?: string;
    since?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Blob;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/register-sheets/${encodeURIComponent(register)}${QS.query(QS.explode({
        q,
        on,
        state,
        since
    }))}`, {
        ...opts
    });
}
/**
 * 核验文书（无需登录）：是否由本系统出具、现在是否有效
 */
export function getApiV1DocumentsByCode(code: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: VerifiedDocument;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/documents/${encodeURIComponent(code)}`, {
        ...opts
    });
}
/**
 * 提出异议之前取验证码（无需登录）：发到所填的电话
 */
export function postApiV1NoticesByIdCodes(id: string, askObjectionCode: AskObjectionCode, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 202;
        data: CodeSent;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/notices/${encodeURIComponent(id)}/codes`, oazapfts.json({
        ...opts,
        method: "POST",
        body: askObjectionCode
    }));
}
/**
 * 对公示提出异议（无需登录）：公示期满以后一并处理，结果答复到所填的电话
 */
export function postApiV1NoticesByIdObjections(id: string, $object: Object, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: Objected;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/notices/${encodeURIComponent(id)}/objections`, oazapfts.json({
        ...opts,
        method: "POST",
        body: $object
    }));
}
/**
 * 办件登记簿，供打印（A4）：当月登记的，只有看得到的
 */
export function getApiV1PrintsCases({ month, matter }: {
    month?: string;
    matter?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/prints/cases${QS.query(QS.explode({
        month,
        matter
    }))}`, {
        ...opts
    });
}
/**
 * 只供经办人员看的登记簿有哪些：自己看得到的事项的
 */
export function getApiV1PrintsRegisters(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: FiledRegisters;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/prints/registers", {
        ...opts
    });
}
/**
 * 只供经办人员看的登记簿（如近亲属备案），供打印（A4）：当月写入的，或者现在有效的里面查到的；只有看得到的办件的
 */
export function getApiV1PrintsRegistersByRegister(register: string, { month, q }: {
    month?: string;
    q?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/prints/registers/${encodeURIComponent(register)}${QS.query(QS.explode({
        month,
        q
    }))}`, {
        ...opts
    });
}
/**
 * 考核：已经冻结的年月和年，近的在前
 */
export function getApiV1SupervisionPeriods(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: FrozenPeriods;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/supervision/periods", {
        ...opts
    });
}
/**
 * 考核：某月、某年的指标和综合分；次月（次年）十日之后自行冻结，不再改变；只给所辖的
 */
export function getApiV1SupervisionPeriodsByPeriod(period: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Assessment;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/supervision/periods/${encodeURIComponent(period)}`, {
        ...opts
    });
}
/**
 * 考核：一个单位的一项指标算的是哪些办件，各计入多少，新的在前；按台账现在所记
 */
export function getApiV1SupervisionPeriodsByPeriodCases(period: string, matter: string, metric: string, $of: "unit" | "opener" | "branch" | "lead" | "shared", unit: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: AssessedCases;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/supervision/periods/${encodeURIComponent(period)}/cases${QS.query(QS.explode({
        matter,
        metric,
        "of": $of,
        unit
    }))}`, {
        ...opts
    });
}
/**
 * 考核工作簿，与所见相同，附公式
 */
export function getApiV1SupervisionPeriodsByPeriodFiguresXlsx(period: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Blob;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/supervision/periods/${encodeURIComponent(period)}/figures.xlsx`, {
        ...opts
    });
}
/**
 * 考核：冻结的原文（计数、分钟、指标、综合分），摘要按这些字节
 */
export function getApiV1SupervisionPeriodsByPeriodFrozen(period: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Blob;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/supervision/periods/${encodeURIComponent(period)}/frozen`, {
        ...opts
    });
}
/**
 * 督查：现在超期、将届的，当月按时办结的，时间由谁承担；只算所辖的
 */
export function getApiV1Supervision({ month }: {
    month?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Supervision;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/supervision${QS.query(QS.explode({
        month
    }))}`, {
        ...opts
    });
}
/**
 * 督查报表，与所见相同
 */
export function getApiV1SupervisionXlsx({ month }: {
    month?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Blob;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/supervision.xlsx${QS.query(QS.explode({
        month
    }))}`, {
        ...opts
    });
}
/**
 * 群众评价：当月各档多少，最不满意的是哪些
 */
export function getApiV1SupervisionRatings({ month }: {
    month?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Ratings;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/supervision/ratings${QS.query(QS.explode({
        month
    }))}`, {
        ...opts
    });
}
/**
 * 督查：当月（当年）办结的环节，近的在前；可以按事项、单位、环节，只看逾期的、按时的
 */
export function getApiV1SupervisionDecided({ period, matter, unit, step, only, cursor }: {
    period?: string;
    matter?: string;
    unit?: string;
    step?: string;
    only?: "late" | "inTime";
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: DecidedPage;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/supervision/decided${QS.query(QS.explode({
        period,
        matter,
        unit,
        step,
        only,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * 督查：按登记的乡镇（单位），现在在办、超期、将届
 */
export function getApiV1SupervisionOrigins(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: SupervisionByOrigin;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/supervision/origins", {
        ...opts
    });
}
/**
 * 督查关注：与测算不一致的决定等，在办的和当月办结的
 */
export function getApiV1SupervisionAttention({ month }: {
    month?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Attention;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/supervision/attention${QS.query(QS.explode({
        month
    }))}`, {
        ...opts
    });
}
/**
 * 试登记：现在登记会怎样、还缺什么（不办理）
 */
export function postApiV1CasesTrial(openCase: OpenCase, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Trial;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/cases/trial", oazapfts.json({
        ...opts,
        method: "POST",
        body: openCase
    }));
}
/**
 * 受理窗口登记一件申请
 */
export function postApiV1Cases(idempotencyKey: string, openCase: OpenCase, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: Opened;
    } | {
        status: 202;
        data: Waiting;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/cases", oazapfts.json({
        ...opts,
        method: "POST",
        body: openCase,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "idempotency-key": idempotencyKey
        })
    }));
}
/**
 * 办件登记簿
 */
export function getApiV1Cases({ matter, state, unit, unaffirmed, identity, limit, cursor }: {
    matter?: string;
    state?: "open" | "suspended" | "closed";
    unit?: string;
    unaffirmed?: string;
    identity?: string;
    limit?: number;
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: RegisterPage;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/cases${QS.query(QS.explode({
        matter,
        state,
        unit,
        unaffirmed,
        identity,
        limit,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * 办件
 */
export function getApiV1CasesByCaseNo(caseNo: string, { xPost }: {
    xPost?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Case;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/cases/${encodeURIComponent(caseNo)}`, {
        ...opts,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "x-post": xPost
        })
    });
}
/**
 * 台账
 */
export function getApiV1CasesByCaseNoLedger(caseNo: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Ledger;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/cases/${encodeURIComponent(caseNo)}/ledger`, {
        ...opts
    });
}
/**
 * 时限及逐日推算
 */
export function getApiV1CasesByCaseNoClocks(caseNo: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Clocks;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/cases/${encodeURIComponent(caseNo)}/clocks`, {
        ...opts
    });
}
/**
 * 回执，供打印（80 毫米或者 A4）：编号、何时办好和依据、群众查看的二维码
 */
export function getApiV1CasesByCaseNoReceipt(caseNo: string, { paper }: {
    paper?: "80mm" | "A4";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/cases/${encodeURIComponent(caseNo)}/receipt${QS.query(QS.explode({
        paper
    }))}`, {
        ...opts
    });
}
/**
 * 一份文书；代码在办件的 notices 里
 */
export function getApiV1CasesByCaseNoDocumentsAndCode(caseNo: string, code: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Document;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/cases/${encodeURIComponent(caseNo)}/documents/${encodeURIComponent(code)}`, {
        ...opts
    });
}
/**
 * 一份文书，供打印（A4）；存档联写明所依据的哪些待县里确认
 */
export function getApiV1CasesByCaseNoDocumentsAndCodePrint(caseNo: string, code: string, { copy }: {
    copy?: "file";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/cases/${encodeURIComponent(caseNo)}/documents/${encodeURIComponent(code)}/print${QS.query(QS.explode({
        copy
    }))}`, {
        ...opts
    });
}
/**
 * 超期归因：各逾期单位若都在时限内办结，整件是否按期；没有超期的为空
 */
export function getApiV1CasesByCaseNoLateness(caseNo: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Lateness;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/cases/${encodeURIComponent(caseNo)}/lateness`, {
        ...opts
    });
}
/**
 * 将办：没有异议、没有退回时，此后还要经过的环节；推得到哪里算哪里
 */
export function getApiV1CasesByCaseNoAhead(caseNo: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ActsAhead;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/cases/${encodeURIComponent(caseNo)}/ahead`, {
        ...opts
    });
}
/**
 * 办件里的材料：申请时、各环节、登记情况时交来的，从先到后
 */
export function getApiV1CasesByCaseNoMaterials(caseNo: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CaseMaterials;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/cases/${encodeURIComponent(caseNo)}/materials`, {
        ...opts
    });
}
/**
 * 写明目的，看一个身份证号码的全部；看过的留有记录
 */
export function postApiV1CasesByCaseNoIdentities(caseNo: string, askIdentity: AskIdentity, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: IdentityShown;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/cases/${encodeURIComponent(caseNo)}/identities`, oazapfts.json({
        ...opts,
        method: "POST",
        body: askIdentity
    }));
}
/**
 * 这件里的身份证号码谁看过、为什么，新的在前
 */
export function getApiV1CasesByCaseNoIdentities(caseNo: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: IdentityViews;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/cases/${encodeURIComponent(caseNo)}/identities`, {
        ...opts
    });
}
/**
 * 这件办件所依据的县级配置里，还没有经县里确认的
 */
export function getApiV1CasesByCaseNoUnconfirmed(caseNo: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: UnconfirmedRules;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/cases/${encodeURIComponent(caseNo)}/unconfirmed`, {
        ...opts
    });
}
/**
 * 对办件的一次操作
 */
export function postApiV1CasesByCaseNoCommands(caseNo: string, idempotencyKey: string, command: Command, { xPost, ifMatch }: {
    xPost?: string;
    ifMatch?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Submitted;
    } | {
        status: 202;
        data: Waiting;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/cases/${encodeURIComponent(caseNo)}/commands`, oazapfts.json({
        ...opts,
        method: "POST",
        body: command,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "idempotency-key": idempotencyKey,
            "x-post": xPost,
            "if-match": ifMatch
        })
    }));
}
/**
 * 这一操作会带来什么（不办理）
 */
export function postApiV1CasesByCaseNoPreview(caseNo: string, command: Command, { xPost }: {
    xPost?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Preview;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/cases/${encodeURIComponent(caseNo)}/preview`, oazapfts.json({
        ...opts,
        method: "POST",
        body: command,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "x-post": xPost
        })
    }));
}
/**
 * 与我有关的办件有了变化：changed 写明办件号和 seq，missed 表示可能漏了，须全部重读
 */
export function getApiV1Events({ lastEventId }: {
    lastEventId?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/events", {
        ...opts,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "last-event-id": lastEventId
        })
    });
}
/**
 * 群众：取验证码，发到办件上留的电话；号码不对的同样答复
 */
export function postApiV1MyCodes(askCode: AskCode, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 202;
        data: CodeSent;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/my/codes", oazapfts.json({
        ...opts,
        method: "POST",
        body: askCode
    }));
}
/**
 * 群众：凭办件号、身份证号码后四位和验证码进入自己的办件
 */
export function postApiV1MySessions(citizenSignIn: CitizenSignIn, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: OwnCase;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/my/sessions", oazapfts.json({
        ...opts,
        method: "POST",
        body: citizenSignIn
    }));
}
/**
 * 群众：退出
 */
export function deleteApiV1MySession(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 204;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/my/session", {
        ...opts,
        method: "DELETE"
    });
}
/**
 * 群众：自己的办件
 */
export function getApiV1MyCase(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: OwnCase;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/my/case", {
        ...opts
    });
}
/**
 * 群众：补正、异议、登记情况、撤回
 */
export function postApiV1MyCommands(idempotencyKey: string, command: Command, { ifMatch }: {
    ifMatch?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: OwnSubmitted;
    } | {
        status: 202;
        data: Waiting;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/my/commands", oazapfts.json({
        ...opts,
        method: "POST",
        body: command,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "idempotency-key": idempotencyKey,
            "if-match": ifMatch
        })
    }));
}
/**
 * 群众：办结以后评价；再评的以最后一次为准
 */
export function postApiV1MyRating(rate: Rate, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: OwnCase;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/my/rating", oazapfts.json({
        ...opts,
        method: "POST",
        body: rate
    }));
}
/**
 * 群众：一次操作的下落
 */
export function getApiV1MyCommandsById(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandStatus;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/my/commands/${encodeURIComponent(id)}`, {
        ...opts
    });
}
/**
 * 群众：上传材料，归入自己的办件
 */
export function postApiV1MyMaterials(body: Blob, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: StoredMaterial;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/my/materials", {
        ...opts,
        method: "POST",
        body
    });
}
/**
 * 群众：发给自己的一份文书
 */
export function getApiV1MyDocumentsByCodePrint(code: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/my/documents/${encodeURIComponent(code)}/print`, {
        ...opts
    });
}
/**
 * 全县待送达的操作、没有应答的外部系统、卡住的办件（县里指定的岗位看）
 */
export function getApiV1CommandsWaiting(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: DeliveryState;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/commands/waiting", {
        ...opts
    });
}
/**
 * 一次操作的下落
 */
export function getApiV1CommandsById(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandStatus;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/commands/${encodeURIComponent(id)}`, {
        ...opts
    });
}
/**
 * 我的待送达和送达后被退回的操作
 */
export function getApiV1Commands(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandList;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/commands", {
        ...opts
    });
}
/**
 * 已知悉
 */
export function postApiV1CommandsByIdRead(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 204;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/commands/${encodeURIComponent(id)}/read`, {
        ...opts,
        method: "POST"
    });
}
/**
 * 上传材料（JPEG、PNG、PDF，不超过 20 MB，正文即文件）
 */
export function postApiV1Materials(body: Blob, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: StoredMaterial;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/materials", {
        ...opts,
        method: "POST",
        body
    });
}
/**
 * 查看材料
 */
export function getApiV1MaterialsBySha256(sha256: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Blob;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/materials/${encodeURIComponent(sha256)}`, {
        ...opts
    });
}
/**
 * 录入节假日通知
 */
export function postApiV1TablesCalendars(calendarNotice: CalendarNotice, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: RecordedCalendar;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/tables/calendars", oazapfts.json({
        ...opts,
        method: "POST",
        body: calendarNotice
    }));
}
/**
 * 试算节假日通知：多少在办件的期限改变，哪些无法继续（不录入）
 */
export function postApiV1TablesCalendarsTrial(calendarNotice: CalendarNotice, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: TableTrial;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/tables/calendars/trial", oazapfts.json({
        ...opts,
        method: "POST",
        body: calendarNotice
    }));
}
/**
 * 录入规则的新数值
 */
export function postApiV1TablesRules(ruleChange: RuleChange, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: RecordedRule;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/tables/rules", oazapfts.json({
        ...opts,
        method: "POST",
        body: ruleChange
    }));
}
/**
 * 规则：各时段的数值和依据，县级配置县里确认了没有
 */
export function getApiV1TablesRules(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Rules;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/tables/rules", {
        ...opts
    });
}
/**
 * 试算规则的新数值：多少在办件的期限改变，哪些无法继续（不录入）
 */
export function postApiV1TablesRulesTrial(ruleChange: RuleChange, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: TableTrial;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/tables/rules/trial", oazapfts.json({
        ...opts,
        method: "POST",
        body: ruleChange
    }));
}
/**
 * 县里确认一行县级配置：谁、依据什么
 */
export function postApiV1TablesRulesSignOffs(signOff: SignOff, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 204;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/tables/rules/sign-offs", oazapfts.json({
        ...opts,
        method: "POST",
        body: signOff
    }));
}
/**
 * 把现行规则和日历告知所有在办件
 */
export function postApiV1TablesPublish(idempotencyKey: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Published;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/tables/publish", {
        ...opts,
        method: "POST",
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "idempotency-key": idempotencyKey
        })
    });
}
/**
 * 我管理的单位的人员和任职（负责人管本单位的，县里指定的岗位管全县的）
 */
export function getApiV1Staff(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: StaffList;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/staff", {
        ...opts
    });
}
/**
 * 登记人员和第一个岗位
 */
export function postApiV1Staff(newPerson: NewPerson, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: Staff;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/staff", oazapfts.json({
        ...opts,
        method: "POST",
        body: newPerson
    }));
}
/**
 * 人员管理的记录：谁、为什么改了什么，新的在前
 */
export function getApiV1StaffChanges(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: StaffChanges;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/staff/changes", {
        ...opts
    });
}
/**
 * 加岗位
 */
export function postApiV1StaffByIdPosts(id: string, newPost: NewPost, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: Staff;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/staff/${encodeURIComponent(id)}/posts`, oazapfts.json({
        ...opts,
        method: "POST",
        body: newPost
    }));
}
/**
 * 任职到期：写明最后一日；此后他认领的退回岗位
 */
export function postApiV1StaffByIdPostsAndPostEnd(id: string, post: string, endPost: EndPost, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Staff;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/staff/${encodeURIComponent(id)}/posts/${encodeURIComponent(post)}/end`, oazapfts.json({
        ...opts,
        method: "POST",
        body: endPost
    }));
}
/**
 * 重设口令；此人已有的登录随即失效
 */
export function postApiV1StaffByIdPassword(id: string, resetPassword: ResetPassword, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 204;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/staff/${encodeURIComponent(id)}/password`, oazapfts.json({
        ...opts,
        method: "POST",
        body: resetPassword
    }));
}
/**
 * 改自己的口令；别处的登录随即失效
 */
export function postApiV1MePassword(ownPassword: OwnPassword, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 204;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/me/password", oazapfts.json({
        ...opts,
        method: "POST",
        body: ownPassword
    }));
}
/**
 * 单位名录（无需登录）
 */
export function getApiV1Units(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Units;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/units", {
        ...opts
    });
}
/**
 * 登记或者变更单位：改名、改上级、并入（由县里指定的岗位）。并入以后，原来请它办的由并入的单位的同一岗位办，办过的一字不变
 */
export function putApiV1UnitsByUnit(unit: string, changedUnit: ChangedUnit, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            id: string;
            name: string;
            kind: "county" | "department" | "township";
            parent: string | null;
            /** 并入了哪个单位 */
            joined: string | null;
        };
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/units/${encodeURIComponent(unit)}`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: changedUnit
    }));
}
/**
 * 县里登记过的人和现在任的岗位：表单里选人、办件里说出姓名
 */
export function getApiV1People(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: People;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/people", {
        ...opts
    });
}
/**
 * 一个单位现在在岗的人：转办时选
 */
export function getApiV1UnitsByUnitPeople(unit: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Colleagues;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/units/${encodeURIComponent(unit)}/people`, {
        ...opts
    });
}
/**
 * 样例系统（本地、测试、培训）：各收下了什么，新的在前
 */
export function getApiV1LocalStandIns(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: StandIns;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/local/stand-ins", {
        ...opts
    });
}
/**
 * 停下样例系统，或者恢复：看一看外部系统没有应答时各处怎样
 */
export function putApiV1LocalStandInsBySystem(system: "sms" | "bank" | "verification" | "grid" | "hotline", switchedStandIn: SwitchedStandIn, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: StandIn;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/local/stand-ins/${encodeURIComponent(system)}`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: switchedStandIn
    }));
}
/**
 * 群众：可以自己在网上申请的事项、向哪里申请、填什么（无需登录）
 */
export function getApiV1MyMatters(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: OnlineMatters;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/my/matters", {
        ...opts
    });
}
/**
 * 群众：申请之前取验证码，发到所填的电话（无需登录）
 */
export function postApiV1MyApplicantsCodes(askObjectionCode: AskObjectionCode, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 202;
        data: CodeSent;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/my/applicants/codes", oazapfts.json({
        ...opts,
        method: "POST",
        body: askObjectionCode
    }));
}
/**
 * 群众：凭电话和验证码开始申请
 */
export function postApiV1MyApplicants(startApplication: StartApplication, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: Applicant;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/my/applicants", oazapfts.json({
        ...opts,
        method: "POST",
        body: startApplication
    }));
}
/**
 * 群众：正在以哪个电话申请
 */
export function getApiV1MyApplicant(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Applicant;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/my/applicant", {
        ...opts
    });
}
/**
 * 群众：上传要随申请交的材料
 */
export function postApiV1MyApplicationsMaterials(body: Blob, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: StoredMaterial;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/my/applications/materials", {
        ...opts,
        method: "POST",
        body
    });
}
/**
 * 群众：试申请，还缺什么（不办理）
 */
export function postApiV1MyApplicationsTrial(openCase: OpenCase, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Trial;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/my/applications/trial", oazapfts.json({
        ...opts,
        method: "POST",
        body: openCase
    }));
}
/**
 * 群众：提出申请；随即进入自己的办件
 */
export function postApiV1MyApplications(idempotencyKey: string, openCase: OpenCase, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: OwnOpened;
    } | {
        status: 202;
        data: Waiting;
    } | {
        status: number;
        data: Problem;
    }>("/api/v1/my/applications", oazapfts.json({
        ...opts,
        method: "POST",
        body: openCase,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "idempotency-key": idempotencyKey
        })
    }));
}
/**
 * 群众：一次申请的下落
 */
export function getApiV1MyApplicationsById(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandStatus;
    } | {
        status: number;
        data: Problem;
    }>(`/api/v1/my/applications/${encodeURIComponent(id)}`, {
        ...opts
    });
}
