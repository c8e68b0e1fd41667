/** The server's face for programs that run a portal of their own, such as the demo. */
export { givePassword } from "./auth/accounts/accounts.ts";
export { clearAllFailures } from "./auth/accounts/store.ts";
export { accessPage } from "./clinic/access-page.ts";
export { type Clinics } from "./clinic/clinics.ts";
export { enrol, issueFirstPassword } from "./clinic/enrolment.ts";
export { dayInItaly } from "./clock.ts";
export { type Config } from "./config.ts";
export { openData } from "./data.ts";
export { publishDocument } from "./documents/publish.ts";
export { inMemory } from "./import/file.ts";
export { importFiles } from "./import/run.ts";
export { dossierTarget } from "./import/target.ts";
export { listMessages } from "./messages/store.ts";
export { patientByCode } from "./profile/patients.ts";
export { type RunningServer, startServer } from "./server.ts";
export { type Tenant } from "./tenant.ts";
