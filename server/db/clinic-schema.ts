import type { Generated } from "kysely";

/** Tables of one clinic's database. Times are RFC 3339 texts in UTC, days `YYYY-MM-DD`, flags 0 or 1. */
export interface ClinicTables {
  patients: {
    id: string;
    patient_number: string;
    codice_fiscale: string;
    given_name: string;
    family_name: string;
    birth_date: string;
    sex: string;
    phone: string;
    email: string | null;
    created_at: string;
  };
  accounts: {
    patient_id: string;
    password_hash: string;
    /** Set while the password is the single-use first one. */
    first_password_until: string | null;
    disabled_at: string | null;
    code_failures: number;
    /** No code is sent or judged before. */
    codes_closed_until: string | null;
    codes_closings: number;
    /** When the patient was told, once, that SMS is the weaker factor. */
    sms_explained_at: string | null;
    /** The key of the authenticator in use (RFC 6238), sealed. */
    authenticator_key: string | null;
    authenticator_since: string | null;
    /** The last time step whose code was used: none is good twice. */
    authenticator_step: number | null;
  };
  /** Failed sign-ins by HMAC of the user name (and of the known device), whether or not it exists. */
  attempts: { user_mac: string; failures: number; wait_until: string | null; at: string | null };
  /** User names that failed from one address, both as HMACs. */
  address_failures: { address_mac: string; user_mac: string; at: string };
  recovery_codes: { mac: string; patient_id: string; used_at: string | null };
  /** Browsers a patient has signed in from. */
  devices: {
    id: string;
    patient_id: string;
    name: string;
    last_seen_at: string;
    expires_at: string;
  };
  challenges: {
    token_hash: string;
    patient_id: string;
    origin: string;
    code_challenge: string;
    key_thumbprint: string;
    attempts: number;
    sends: number;
    resend_at: string;
    created_at: string;
    expires_at: string;
    /** The right code was given. */
    verified_at: string | null;
    ended_at: string | null;
    /** What it is good for: see `Purpose` in auth/challenges/store.ts. */
    purpose: Generated<string>;
    /** Where its code comes from: `sms`, `email`, `authenticator`. */
    factor: Generated<string>;
    /** The session an errand belongs to. */
    session_id: string | null;
    /** The known device it was begun on. */
    device_id: string | null;
    /** The new telephone or address that a code has to prove. */
    contact: string | null;
    /** The password that waits for the code (reset). */
    password_hash: string | null;
    /** The provider's identity that is linked, or was signed in with. */
    identity_hash: string | null;
    /** The key of the authenticator an errand offers, sealed, until a code proves it. */
    authenticator_key: string | null;
    /** Codes that were given to prove it. */
    offer_tries: Generated<number>;
  };
  codes: {
    id: string;
    challenge_hash: string;
    patient_id: string;
    mac: string;
    sent_at: string;
    /** Where it went: limits are by number. */
    contact: Generated<string>;
    /** What its challenge is good for. */
    purpose: Generated<string>;
  };
  /** Notices on one's own access, as long as they are counted. */
  notices: { id: string; patient_id: string; kind: string; at: string };
  reset_requests: { id: string; user_name: string; at: string };
  reset_tokens: { token_hash: string; patient_id: string; created_at: string; expires_at: string };
  oidc_flows: {
    state_hash: string;
    browser_hash: string;
    nonce: string;
    code_verifier: string;
    /** JSON of what is handed over, and to whom. */
    hand_over: string;
    created_at: string;
    expires_at: string;
  };
  /** People at the clinic's identity provider, by (iss, sub). */
  identities: {
    hash: string;
    issuer: string;
    subject: string;
    patient_id: string | null;
    created_at: string;
  };
  /** An identity without a patient waits for its person to prove who they are, in the browser it came from. */
  waiting_identities: { token_hash: string; identity_hash: string; browser_hash: string; expires_at: string };
  /** The provider's own sessions (`sid`) and who they are of. */
  provider_sessions: { sid_hash: string; identity_hash: string; ends_at: string };
  /** Logout tokens that were used. */
  logout_tokens: { jti_hash: string; expires_at: string };
  hand_overs: {
    code_hash: string;
    patient_id: string;
    origin: string;
    code_challenge: string;
    key_thumbprint: string;
    expires_at: string;
    device_id: string | null;
    identity_hash: string | null;
  };
  sessions: {
    id: string;
    patient_id: string;
    origin: string;
    key_thumbprint: string;
    access_hash: string;
    access_expires_at: string;
    refresh_hash: string;
    previous_refresh_hash: string | null;
    rotated_at: string;
    /** When password and code were last given. */
    authenticated_at: string;
    idle_until: string;
    ends_at: string;
    ended_at: string | null;
    device_id: string | null;
    /** The browser, as a patient would call it. */
    device: Generated<string>;
    identity_hash: string | null;
  };
  /** Traded refresh tokens of a session, as long as it may live: one coming back ends it. */
  used_refresh_tokens: { token_hash: string; session_id: string; ends_at: string };
  client_tokens: { token_hash: string; client_id: string; expires_at: string };
  facilities: { id: string; name: string };
  blobs: {
    id: string;
    media_type: string;
    bytes: number;
    sha256: string;
    crc32: number;
    wrapped_key: Uint8Array;
    created_at: string;
  };
  documents: {
    id: string;
    patient_id: string;
    type: string;
    facility_id: string;
    date: string;
    /** JSON list of texts. */
    services: string;
    /** The same in one text, without case and accents: what is searched. */
    services_folded: string;
    accession: string | null;
    author: string | null;
    unit: string | null;
    protection: string;
    blob_id: string | null;
    /** Counts every change: the ETag. */
    revision: number;
    read_at: string | null;
    obscured_at: string | null;
    published_at: string;
  };
  studies: {
    id: string;
    patient_id: string;
    document_id: string;
    study_instance_uid: string;
    accession: string | null;
    date: string | null;
    time: string | null;
    description: string;
    source_ae: string | null;
    facility_id: string;
    created_at: string;
  };
  series: {
    id: string;
    study_id: string;
    series_instance_uid: string;
    modality: string;
    number: number | null;
    description: string;
  };
  instances: {
    id: string;
    series_id: string;
    sop_instance_uid: string;
    blob_id: string;
    frames: number;
    /** JSON of the contract's `Instance`. */
    description: string;
    /** JSON of the keys a DICOMDIR record needs. */
    directory_keys: string;
    created_at: string;
  };
  consent_documents: {
    id: string;
    patient_id: string;
    type: string;
    date: string;
    text_version: string;
    /** JSON list of `{ code, given }`. */
    decisions: string;
    blob_id: string;
    created_at: string;
  };
  /** Append-only: what holds is computed from them. */
  consent_events: {
    id: string;
    patient_id: string;
    code: string;
    given: number;
    at: string;
    who: string;
    channel: string;
    document_id: string | null;
    text_version: string;
  };
  accesses: {
    sequence: number;
    at: string;
    actor: string;
    who: string | null;
    act: string;
    room: string;
    patient_id: string | null;
    object_id: string | null;
    session_id: string | null;
    purpose: string | null;
    previous_hash: string;
    hash: string;
  };
  exports: {
    id: string;
    patient_id: string;
    created_at: string;
    expires_at: string;
    /** JSON of the archive's layout. */
    manifest: string;
  };
  tickets: {
    token_hash: string;
    export_id: string;
    volume: number;
    patient_id: string;
    session_id: string;
    /** Valid until then; moves as bytes are sent. */
    valid_until: string;
    ends_at: string;
    started_at: string | null;
  };
  help_requests: {
    id: string;
    receipt: string;
    patient_id: string | null;
    topic: string;
    text: string;
    answer_by: string;
    contact: string;
    created_at: string;
  };
  /** Messages to people. Where no gateway is configured they stay here (`kept`): the outbox. */
  messages: {
    id: string;
    kind: string;
    recipient: string;
    subject: string | null;
    text: string;
    html: string | null;
    created_at: string;
    /** `kept`, `queued`, `sent`, `failed`. */
    state: Generated<string>;
    tries: Generated<number>;
    next_try_at: string | null;
    /** A code that comes later is of no use. */
    expires_at: string | null;
    sent_at: string | null;
    /** As the gateway reports it. */
    delivered_at: string | null;
    /** A word from a closed list. */
    failure: string | null;
  };
}
