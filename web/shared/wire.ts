/** What the API answers, as the pages read it: the types of the contract, nothing of their own. */
import type { z } from '@hono/zod-openapi';
import type { Calendar } from '../../contract/calendar.ts';
import type {
  actsAhead,
  caseMaterials,
  caseView,
  clockList,
  identityShown,
  identityViews,
  ledger,
  opened,
  submitted,
  trial,
  unconfirmedRules,
  wholeCase,
} from '../../contract/responses/case.ts';
import type { codeSent, ownCase, ownOpened, ownSubmitted } from '../../contract/responses/own.ts';
import type { previewed } from '../../contract/responses/preview.ts';
import type {
  applicantSession,
  colleagues,
  datedList,
  dutyList,
  peopleList,
  person,
  ruleList,
  samplePeople,
  signInWays,
  staffChanges,
  staffList,
  standInList,
  tableTrial,
  unitList,
} from '../../contract/responses/service.ts';
import type {
  attentionList,
  decidedPage,
  lateness,
  ratings,
  supervisionByOrigin,
} from '../../contract/responses/supervision.ts';
import type {
  commandList,
  commandStatus,
  deliveryState,
  filedRegisters,
  inboxCounts,
  matter,
  matterList,
  noticePage,
  onlineMatters,
  registerHistory,
  registerList,
  registerRows,
  task,
  taskPage,
  waiting,
} from '../../contract/responses/work.ts';
import type { problem } from '../../contract/wire.ts';

export type CaseView = z.infer<typeof caseView>;
export type WholeCase = z.infer<typeof wholeCase>;
export type OpenAct = CaseView['acts'][number];
export type CaseMaterials = z.infer<typeof caseMaterials>;
export type IdentityShownInFull = z.infer<typeof identityShown>;
export type IdentityViews = z.infer<typeof identityViews>;
export type ActsAhead = z.infer<typeof actsAhead>;
export type Clocks = z.infer<typeof clockList>;
export type Ledger = z.infer<typeof ledger>;
export type Opened = z.infer<typeof opened>;
export type Trial = z.infer<typeof trial>;
export type OwnCase = z.infer<typeof ownCase>;
export type OwnSubmitted = z.infer<typeof ownSubmitted>;
export type CodeSent = z.infer<typeof codeSent>;
export type NoticePage = z.infer<typeof noticePage>;
export type Lateness = z.infer<typeof lateness>;
export type StaffList = z.infer<typeof staffList>;
export type StaffChanges = z.infer<typeof staffChanges>;
export type Rules = z.infer<typeof ruleList>;
export type TableTrial = z.infer<typeof tableTrial>;
export type DeliveryState = z.infer<typeof deliveryState>;
export type UnconfirmedRules = z.infer<typeof unconfirmedRules>;
export type AttentionList = z.infer<typeof attentionList>;
export type DecidedPage = z.infer<typeof decidedPage>;
export type SupervisionByOrigin = z.infer<typeof supervisionByOrigin>;
export type Ratings = z.infer<typeof ratings>;
export type { AssessedCases, Assessment, Supervision } from '../../contract/responses/supervision.ts';
export type InboxCounts = z.infer<typeof inboxCounts>;
export type Registers = z.infer<typeof registerList>;
export type RegisterRows = z.infer<typeof registerRows>;
export type RegisterHistory = z.infer<typeof registerHistory>;
export type Preview = z.infer<typeof previewed>;
export type Submitted = z.infer<typeof submitted>;
export type Task = z.infer<typeof task>;
export type TaskPage = z.infer<typeof taskPage>;
export type FiledRegisterList = z.infer<typeof filedRegisters>;
export type MatterList = z.infer<typeof matterList>;
export type Matter = z.infer<typeof matter>;
export type Me = z.infer<typeof person>;
export type Units = z.infer<typeof unitList>;
export type DatedList = z.infer<typeof datedList>;
export type Duties = z.infer<typeof dutyList>;
export type SignInWays = z.infer<typeof signInWays>;
export type Colleagues = z.infer<typeof colleagues>;
export type OnlineMatters = z.infer<typeof onlineMatters>;
export type OwnOpened = z.infer<typeof ownOpened>;
export type Applicant = z.infer<typeof applicantSession>;
export type People = z.infer<typeof peopleList>;
export type StandIns = z.infer<typeof standInList>;
export type SamplePeople = z.infer<typeof samplePeople>;
export type WorkingCalendar = Calendar;
export type Waiting = z.infer<typeof waiting>;
export type CommandList = z.infer<typeof commandList>;
export type CommandStatus = z.infer<typeof commandStatus>;
export type Problem = z.infer<typeof problem>;
