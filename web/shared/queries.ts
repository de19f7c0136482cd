/** What the pages ask for, each under one name, so that an answer anywhere renews it everywhere. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from './http.ts';
import type {
  ActsAhead,
  AssessedCases,
  Assessment,
  AttentionList,
  CaseMaterials,
  CaseView,
  Colleagues,
  CommandList,
  DatedList,
  DecidedPage,
  DeliveryState,
  Duties,
  FiledRegisterList,
  IdentityViews,
  InboxCounts,
  Lateness,
  Ledger,
  Matter,
  MatterList,
  Me,
  People,
  Ratings,
  Rules,
  StaffChanges,
  StaffList,
  StandIns,
  Supervision,
  SupervisionByOrigin,
  TaskPage,
  UnconfirmedRules,
  Units,
  WorkingCalendar,
} from './wire.ts';

const lasting = 10 * 60_000;

/** Names what is under way to a path. */
export const sentTo = (path: string) => ['sent', path] as const;

export const me = queryOptions({ queryKey: ['me'], queryFn: () => get<Me>('/me'), staleTime: lasting });
export const units = queryOptions({
  queryKey: ['units'],
  queryFn: async () => new Map((await get<Units>('/units')).items.map((unit) => [unit.id, unit])),
  staleTime: lasting,
});
export const duties = queryOptions({
  queryKey: ['duties'],
  queryFn: async () => (await get<Duties>('/duties')).items,
  staleTime: lasting,
});
/** The names in a dated list, as it is in force today. */
export const listOf = (rule: string) =>
  queryOptions({
    queryKey: ['lists', rule],
    queryFn: async () => (await get<DatedList>(`/lists/${rule}`)).items,
    staleTime: lasting,
  });
export const calendar = queryOptions({
  queryKey: ['calendar'],
  queryFn: () => get<WorkingCalendar>('/calendar'),
  staleTime: lasting,
});
/** County time, as far from the wall clock as it was when asked. */
export const clock = queryOptions({
  queryKey: ['clock'],
  queryFn: async () => {
    const { now } = await get<{ now: number }>('/clock');
    return { ahead: now - Date.now() };
  },
  refetchInterval: 60_000,
});
export const matters = queryOptions({
  queryKey: ['matters'],
  queryFn: async () => (await get<MatterList>('/matters')).items,
  staleTime: lasting,
});
export const filedRegisters = queryOptions({
  queryKey: ['filed registers'],
  queryFn: async () => (await get<FiledRegisterList>('/prints/registers')).items,
  staleTime: lasting,
});
export const matter = (code: string) =>
  queryOptions({
    queryKey: ['matters', code],
    queryFn: () => get<Matter>(`/matters/${code}`),
    staleTime: lasting,
  });
/** Whatever of an inbox is shown is read again with the rest of it. */
export const inboxKey = ['inbox'];
/** `asked` is the query as it stands in the address. */
export const inbox = (asked: string) =>
  infiniteQueryOptions({
    queryKey: [...inboxKey, asked],
    queryFn: ({ pageParam }) =>
      get<TaskPage>(
        `/inbox?limit=100&${asked}${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ''}`,
      ),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
  });
export const inboxCounts = (text: string) =>
  queryOptions({
    queryKey: [...inboxKey, 'counts', text],
    queryFn: async () =>
      (await get<InboxCounts>(`/inbox/counts${text ? `?text=${encodeURIComponent(text)}` : ''}`)).items,
  });
/** Read again with the inbox: a leaver's acts go to somebody as other acts do. */
export const leftBehind = queryOptions({
  queryKey: [...inboxKey, 'lapsed'],
  queryFn: () => get<TaskPage>('/acts?only=lapsed&limit=100'),
});
export const supervisionOf = (month: string) =>
  queryOptions({
    queryKey: ['supervision', month],
    queryFn: () => get<Supervision>(`/supervision${month ? `?month=${month}` : ''}`),
    refetchInterval: 60_000,
  });
export const assessmentOf = (period: string) =>
  queryOptions({
    queryKey: ['supervision', 'periods', period],
    queryFn: () => get<Assessment>(`/supervision/periods/${period}`),
  });
/** The cases behind one figure; `asked` says which. */
export const assessedCasesOf = (period: string, asked: URLSearchParams) =>
  queryOptions({
    queryKey: ['supervision', 'periods', period, 'cases', asked.toString()],
    queryFn: () => {
      const { matter = '', metric = '', of = '', unit = '' } = Object.fromEntries(asked);
      const figure = new URLSearchParams({ matter, metric, of, unit });
      return get<AssessedCases>(`/supervision/periods/${period}/cases?${figure}`);
    },
  });
export const origins = queryOptions({
  queryKey: ['supervision', 'origins'],
  queryFn: () => get<SupervisionByOrigin>('/supervision/origins'),
  refetchInterval: 60_000,
});
export const attentionOf = (month: string) =>
  queryOptions({
    queryKey: ['supervision', month, 'attention'],
    queryFn: () => get<AttentionList>(`/supervision/attention${month ? `?month=${month}` : ''}`),
  });
export const ratingsOf = (month: string) =>
  queryOptions({
    queryKey: ['supervision', month, 'ratings'],
    queryFn: () => get<Ratings>(`/supervision/ratings${month ? `?month=${month}` : ''}`),
  });
/** Open acts that I answer for; `asked` is the query as it stands in the address. */
export const actsAsked = (asked: string) =>
  infiniteQueryOptions({
    queryKey: ['acts', asked],
    queryFn: ({ pageParam }) =>
      get<TaskPage>(`/acts?${asked}&limit=100${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ''}`),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
  });
/** Acts decided in a period, that I answer for; `asked` likewise. */
export const decidedAsked = (asked: string) =>
  infiniteQueryOptions({
    queryKey: ['decided', asked],
    queryFn: ({ pageParam }) =>
      get<DecidedPage>(
        `/supervision/decided?${asked}${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ''}`,
      ),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
  });
/** What of mine waits to be delivered, and what was refused late. */
export const undelivered = queryOptions({
  queryKey: ['commands'],
  queryFn: async () => (await get<CommandList>('/commands')).items,
  refetchInterval: 30_000,
});
export const caseOf = (caseNo: string) =>
  queryOptions({ queryKey: ['case', caseNo], queryFn: () => get<CaseView>(`/cases/${caseNo}`) });
export const ledgerOf = (caseNo: string, seq: number) =>
  queryOptions({ queryKey: ['ledger', caseNo, seq], queryFn: () => get<Ledger>(`/cases/${caseNo}/ledger`) });
export const aheadOf = (caseNo: string, seq: number) =>
  queryOptions({
    queryKey: ['ahead', caseNo, seq],
    queryFn: async () => (await get<ActsAhead>(`/cases/${caseNo}/ahead`)).items,
  });
export const materialsOf = (caseNo: string, seq: number) =>
  queryOptions({
    queryKey: ['materials', caseNo, seq],
    queryFn: () => get<CaseMaterials>(`/cases/${caseNo}/materials`),
  });
export const identityViewsOf = (caseNo: string) =>
  queryOptions({
    queryKey: ['identities', caseNo],
    queryFn: async () => (await get<IdentityViews>(`/cases/${caseNo}/identities`)).items,
  });
export const unconfirmedOf = (caseNo: string, seq: number) =>
  queryOptions({
    queryKey: ['unconfirmed', caseNo, seq],
    queryFn: async () => (await get<UnconfirmedRules>(`/cases/${caseNo}/unconfirmed`)).items,
  });
export const latenessOf = (caseNo: string, seq: number) =>
  queryOptions({
    queryKey: ['lateness', caseNo, seq],
    queryFn: async () => (await get<Lateness>(`/cases/${caseNo}/lateness`)).items,
  });
export const staff = queryOptions({ queryKey: ['staff'], queryFn: () => get<StaffList>('/staff') });
export const staffChanges = queryOptions({
  queryKey: [...staff.queryKey, 'changes'],
  queryFn: async () => (await get<StaffChanges>('/staff/changes')).items,
});
export const rules = queryOptions({
  queryKey: ['rules'],
  queryFn: async () => (await get<Rules>('/tables/rules')).items,
});
export const deliveryState = queryOptions({
  queryKey: ['commands', 'all'],
  queryFn: () => get<DeliveryState>('/commands/waiting'),
  refetchInterval: 10_000,
});
export const standIns = queryOptions({
  queryKey: ['stand-ins'],
  queryFn: async () => (await get<StandIns>('/local/stand-ins')).items,
  refetchInterval: 5_000,
});
export const people = queryOptions({
  queryKey: ['people'],
  queryFn: async () => new Map((await get<People>('/people')).items.map((one) => [one.id, one])),
});
export const colleaguesIn = (unit: string) =>
  queryOptions({
    queryKey: ['colleagues', unit],
    queryFn: async () => (await get<Colleagues>(`/units/${encodeURIComponent(unit)}/people`)).items,
  });
