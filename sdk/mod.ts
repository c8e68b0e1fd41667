/**
 * The TuoDossier SDK: a clinic's patient portal from any page or program.
 *
 * Everything runs on WebCrypto and `fetch`; sign-in happens on the portal's own page (see {@link Session}).
 * `@tuodossier/sdk/testing` has a dossier for tests that needs no portal.
 *
 * @example
 * ```ts
 * import { createTuoDossier, TuoError } from "@tuodossier/sdk";
 * const tuo = createTuoDossier({ endpoint: "https://portal.example", key: "pk_demo" });
 * await tuo.session.ready;
 * // At a click: tuo.session.signInWithPopup(), or on a page of its own: tuo.session.signInWithRedirect()
 * const error = await tuo.documents.list({ limit: 25 }).catch((error) => error);
 * if (!(error instanceof TuoError) || error.code !== "auth.signed-out") throw new Error("sign in first");
 * ```
 * @module
 */
export { createTuoDossier } from "./client.ts";
export type { TuoDossier, TuoDossierOptions } from "./client.ts";
export { checkCharacter, hasRightCheck, normalizeUser } from "./codice-fiscale.ts";
export { isPageOf } from "./page-of.ts";
export { newPassphrase } from "./passphrase.ts";
export { normalizePhone, takesSms } from "./phone.ts";
export { PROBLEMS } from "./contract/problems.ts";
export type { ProblemBody, ProblemCode } from "./contract/problems.ts";
export { TuoError } from "./problem.ts";
export type { ErrorCode } from "./problem.ts";
export { createCredentials } from "./session/credentials.ts";
export type { Credentials, ProviderRequest } from "./session/credentials.ts";
export { browserKeyStore, memoryKeyStore } from "./session/key-store.ts";
export type { Kept, KeyStore, Pending, StoredSession } from "./session/key-store.ts";
export type { ErrandMessage, Errands, ErrandWindow } from "./session/errands.ts";
export type { Expiring } from "./session/expiry.ts";
export type { HandOverKeys } from "./session/hand-over.ts";
export type { Page, PageEvent, PopUp } from "./session/page.ts";
export type { RedirectOptions, Returned } from "./session/redirect.ts";
export type { Session, SessionStatus } from "./session/session.ts";
export type { HandOverMessage, RedirectMessage, SignIn, SignIns } from "./session/sign-in.ts";
export { createTransport } from "./session/transport.ts";
export type { ApiRequest, CallOptions, Proven, Transport, TransportOptions } from "./session/transport.ts";

export type { Access, AccessList } from "./contract/accesses.ts";
export type { DownloadTicket, Export, ExportRequest, Volume, VolumeSize } from "./contract/archive.ts";
export type {
  AuthenticatorOffer,
  Challenge,
  CodeAnswer,
  Errand,
  ErrandAct,
  Factor,
  HandOver,
  HandOverRequest,
  PasswordReason,
  ProviderAddress,
  RecoveryCodes,
  SessionItem,
  SessionList,
  SignedOut,
  Tokens,
} from "./contract/auth.ts";
export type { ConsentCode, ConsentDocument, ConsentDocumentType, ConsentList } from "./contract/consents.ts";
export type {
  Document,
  DocumentList,
  DocumentQuery,
  DocumentSort,
  DocumentType,
  Facility,
} from "./contract/documents.ts";
export type { ClinicCard, HelpReceipt, HelpRequest, HelpTopic } from "./contract/help.ts";
export type {
  Extent,
  FrameGeometry,
  ImagePixels,
  Instance,
  InstanceKind,
  Palette,
  PlanInstance,
  SeriesPlan,
  SeriesSummary,
  Study,
  StudyList,
  VoiWindow,
} from "./contract/imaging.ts";
export type { Profile } from "./contract/profile.ts";
