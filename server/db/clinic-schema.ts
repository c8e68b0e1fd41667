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
  };
  /** Failed sign-ins by HMAC of the user name, whether or not it exists. */
  attempts: { user_mac: string; failures: number; wait_until: string | null };
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
  };
  codes: { id: string; challenge_hash: string; patient_id: string; mac: string; sent_at: string };
  hand_overs: {
    code_hash: string;
    patient_id: string;
    origin: string;
    code_challenge: string;
    key_thumbprint: string;
    expires_at: string;
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
  /** Messages to people. Where no gateway is configured they stay here: the outbox. */
  messages: {
    id: string;
    kind: string;
    recipient: string;
    subject: string | null;
    text: string;
    html: string | null;
    created_at: string;
  };
}
