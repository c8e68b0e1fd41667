import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const clinic: Migration = {
  async up(db) {
    await db.schema.createTable("patients")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("patient_number", "text", (c) => c.notNull().unique())
      .addColumn("codice_fiscale", "text", (c) => c.notNull().unique())
      .addColumn("given_name", "text", (c) => c.notNull())
      .addColumn("family_name", "text", (c) => c.notNull())
      .addColumn("birth_date", "text", (c) => c.notNull())
      .addColumn("sex", "text", (c) => c.notNull())
      .addColumn("phone", "text", (c) => c.notNull())
      .addColumn("email", "text")
      .addColumn("created_at", "text", (c) => c.notNull())
      .execute();
    await db.schema.createTable("accounts")
      .addColumn("patient_id", "text", (c) => c.primaryKey())
      .addColumn("password_hash", "text", (c) => c.notNull())
      .addColumn("first_password_until", "text")
      .addColumn("disabled_at", "text")
      .addColumn("code_failures", "integer", (c) => c.notNull())
      .addColumn("codes_closed_until", "text")
      .addColumn("codes_closings", "integer", (c) => c.notNull())
      .execute();
    await db.schema.createTable("attempts")
      .addColumn("user_mac", "text", (c) => c.primaryKey())
      .addColumn("failures", "integer", (c) => c.notNull())
      .addColumn("wait_until", "text")
      .execute();
    await db.schema.createTable("challenges")
      .addColumn("token_hash", "text", (c) => c.primaryKey())
      .addColumn("patient_id", "text", (c) => c.notNull().references("patients.id"))
      .addColumn("origin", "text", (c) => c.notNull())
      .addColumn("code_challenge", "text", (c) => c.notNull())
      .addColumn("key_thumbprint", "text", (c) => c.notNull())
      .addColumn("attempts", "integer", (c) => c.notNull())
      .addColumn("sends", "integer", (c) => c.notNull())
      .addColumn("resend_at", "text", (c) => c.notNull())
      .addColumn("created_at", "text", (c) => c.notNull())
      .addColumn("expires_at", "text", (c) => c.notNull())
      .addColumn("verified_at", "text")
      .addColumn("ended_at", "text")
      .execute();
    await db.schema.createTable("codes")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("challenge_hash", "text", (c) => c.notNull())
      .addColumn("patient_id", "text", (c) => c.notNull().references("patients.id"))
      .addColumn("mac", "text", (c) => c.notNull())
      .addColumn("sent_at", "text", (c) => c.notNull())
      .execute();
    await db.schema.createTable("hand_overs")
      .addColumn("code_hash", "text", (c) => c.primaryKey())
      .addColumn("patient_id", "text", (c) => c.notNull().references("patients.id"))
      .addColumn("origin", "text", (c) => c.notNull())
      .addColumn("code_challenge", "text", (c) => c.notNull())
      .addColumn("key_thumbprint", "text", (c) => c.notNull())
      .addColumn("expires_at", "text", (c) => c.notNull())
      .execute();
    await db.schema.createTable("sessions")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("patient_id", "text", (c) => c.notNull().references("patients.id"))
      .addColumn("origin", "text", (c) => c.notNull())
      .addColumn("key_thumbprint", "text", (c) => c.notNull())
      .addColumn("access_hash", "text", (c) => c.notNull().unique())
      .addColumn("access_expires_at", "text", (c) => c.notNull())
      .addColumn("refresh_hash", "text", (c) => c.notNull().unique())
      .addColumn("previous_refresh_hash", "text")
      .addColumn("rotated_at", "text", (c) => c.notNull())
      .addColumn("authenticated_at", "text", (c) => c.notNull())
      .addColumn("idle_until", "text", (c) => c.notNull())
      .addColumn("ends_at", "text", (c) => c.notNull())
      .addColumn("ended_at", "text")
      .execute();
    await db.schema.createTable("used_refresh_tokens")
      .addColumn("token_hash", "text", (c) => c.primaryKey())
      .addColumn("session_id", "text", (c) => c.notNull())
      .addColumn("ends_at", "text", (c) => c.notNull())
      .execute();
    await db.schema.createTable("client_tokens")
      .addColumn("token_hash", "text", (c) => c.primaryKey())
      .addColumn("client_id", "text", (c) => c.notNull())
      .addColumn("expires_at", "text", (c) => c.notNull())
      .execute();
    await db.schema.createTable("facilities")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("name", "text", (c) => c.notNull().unique())
      .execute();
    await db.schema.createTable("blobs")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("media_type", "text", (c) => c.notNull())
      .addColumn("bytes", "integer", (c) => c.notNull())
      .addColumn("sha256", "text", (c) => c.notNull())
      .addColumn("crc32", "integer", (c) => c.notNull())
      .addColumn("wrapped_key", "blob", (c) => c.notNull())
      .addColumn("created_at", "text", (c) => c.notNull())
      .execute();
    await db.schema.createTable("documents")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("patient_id", "text", (c) => c.notNull().references("patients.id"))
      .addColumn("type", "text", (c) => c.notNull())
      .addColumn("facility_id", "text", (c) => c.notNull().references("facilities.id"))
      .addColumn("date", "text", (c) => c.notNull())
      .addColumn("services", "text", (c) => c.notNull())
      .addColumn("services_folded", "text", (c) => c.notNull())
      .addColumn("accession", "text")
      .addColumn("author", "text")
      .addColumn("unit", "text")
      .addColumn("protection", "text", (c) => c.notNull())
      .addColumn("blob_id", "text", (c) => c.references("blobs.id"))
      .addColumn("revision", "integer", (c) => c.notNull())
      .addColumn("read_at", "text")
      .addColumn("obscured_at", "text")
      .addColumn("published_at", "text", (c) => c.notNull())
      .execute();
    await db.schema.createTable("studies")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("patient_id", "text", (c) => c.notNull().references("patients.id"))
      .addColumn("document_id", "text", (c) => c.notNull())
      .addColumn("study_instance_uid", "text", (c) => c.notNull())
      .addColumn("accession", "text")
      .addColumn("date", "text")
      .addColumn("time", "text")
      .addColumn("description", "text", (c) => c.notNull())
      .addColumn("source_ae", "text")
      .addColumn("facility_id", "text", (c) => c.notNull().references("facilities.id"))
      .addColumn("created_at", "text", (c) => c.notNull())
      .execute();
    await db.schema.createTable("series")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("study_id", "text", (c) => c.notNull().references("studies.id"))
      .addColumn("series_instance_uid", "text", (c) => c.notNull())
      .addColumn("modality", "text", (c) => c.notNull())
      .addColumn("number", "integer")
      .addColumn("description", "text", (c) => c.notNull())
      .execute();
    await db.schema.createTable("instances")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("series_id", "text", (c) => c.notNull().references("series.id"))
      .addColumn("sop_instance_uid", "text", (c) => c.notNull())
      .addColumn("blob_id", "text", (c) => c.notNull().references("blobs.id"))
      .addColumn("frames", "integer", (c) => c.notNull())
      .addColumn("description", "text", (c) => c.notNull())
      .addColumn("directory_keys", "text", (c) => c.notNull())
      .addColumn("created_at", "text", (c) => c.notNull())
      .execute();
    await db.schema.createTable("consent_documents")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("patient_id", "text", (c) => c.notNull().references("patients.id"))
      .addColumn("type", "text", (c) => c.notNull())
      .addColumn("date", "text", (c) => c.notNull())
      .addColumn("text_version", "text", (c) => c.notNull())
      .addColumn("decisions", "text", (c) => c.notNull())
      .addColumn("blob_id", "text", (c) => c.notNull().references("blobs.id"))
      .addColumn("created_at", "text", (c) => c.notNull())
      .execute();
    await db.schema.createTable("consent_events")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("patient_id", "text", (c) => c.notNull().references("patients.id"))
      .addColumn("code", "text", (c) => c.notNull())
      .addColumn("given", "integer", (c) => c.notNull())
      .addColumn("at", "text", (c) => c.notNull())
      .addColumn("who", "text", (c) => c.notNull())
      .addColumn("channel", "text", (c) => c.notNull())
      .addColumn("document_id", "text")
      .addColumn("text_version", "text", (c) => c.notNull())
      .execute();
    await db.schema.createTable("accesses")
      .addColumn("sequence", "integer", (c) => c.primaryKey())
      .addColumn("at", "text", (c) => c.notNull())
      .addColumn("actor", "text", (c) => c.notNull())
      .addColumn("who", "text")
      .addColumn("act", "text", (c) => c.notNull())
      .addColumn("room", "text", (c) => c.notNull())
      .addColumn("patient_id", "text")
      .addColumn("object_id", "text")
      .addColumn("session_id", "text")
      .addColumn("purpose", "text")
      .addColumn("previous_hash", "text", (c) => c.notNull())
      .addColumn("hash", "text", (c) => c.notNull())
      .execute();
    await db.schema.createTable("exports")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("patient_id", "text", (c) => c.notNull().references("patients.id"))
      .addColumn("created_at", "text", (c) => c.notNull())
      .addColumn("expires_at", "text", (c) => c.notNull())
      .addColumn("manifest", "text", (c) => c.notNull())
      .execute();
    await db.schema.createTable("tickets")
      .addColumn("token_hash", "text", (c) => c.primaryKey())
      .addColumn("export_id", "text", (c) => c.notNull().references("exports.id"))
      .addColumn("volume", "integer", (c) => c.notNull())
      .addColumn("patient_id", "text", (c) => c.notNull().references("patients.id"))
      .addColumn("session_id", "text", (c) => c.notNull())
      .addColumn("valid_until", "text", (c) => c.notNull())
      .addColumn("ends_at", "text", (c) => c.notNull())
      .addColumn("started_at", "text")
      .execute();
    await db.schema.createTable("help_requests")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("receipt", "text", (c) => c.notNull())
      .addColumn("patient_id", "text")
      .addColumn("topic", "text", (c) => c.notNull())
      .addColumn("text", "text", (c) => c.notNull())
      .addColumn("answer_by", "text", (c) => c.notNull())
      .addColumn("contact", "text", (c) => c.notNull())
      .addColumn("created_at", "text", (c) => c.notNull())
      .execute();
    await db.schema.createTable("messages")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("kind", "text", (c) => c.notNull())
      .addColumn("recipient", "text", (c) => c.notNull())
      .addColumn("subject", "text")
      .addColumn("text", "text", (c) => c.notNull())
      .addColumn("html", "text")
      .addColumn("created_at", "text", (c) => c.notNull())
      .execute();
    await db.schema.createIndex("codes_of_challenge").on("codes").columns(["challenge_hash", "sent_at"])
      .execute();
    await db.schema.createIndex("codes_of_patient").on("codes").columns(["patient_id", "sent_at"]).execute();
    await db.schema.createIndex("sessions_of_patient").on("sessions").columns(["patient_id"]).execute();
    await db.schema.createIndex("sessions_of_key").on("sessions").columns(["key_thumbprint"]).execute();
    await db.schema.createIndex("sessions_by_end").on("sessions").columns(["ends_at"]).execute();
    await db.schema.createIndex("used_tokens_of_session").on("used_refresh_tokens").columns(["session_id"])
      .execute();
    await db.schema.createIndex("used_tokens_by_end").on("used_refresh_tokens").columns(["ends_at"])
      .execute();
    await db.schema.createIndex("challenges_of_patient").on("challenges").columns(["patient_id"]).execute();
    await db.schema.createIndex("challenges_by_end").on("challenges").columns(["expires_at"]).execute();
    await db.schema.createIndex("hand_overs_of_patient").on("hand_overs").columns(["patient_id"]).execute();
    await db.schema.createIndex("hand_overs_by_end").on("hand_overs").columns(["expires_at"]).execute();
    await db.schema.createIndex("codes_by_time").on("codes").columns(["sent_at"]).execute();
    await db.schema.createIndex("documents_by_date").on("documents").columns(["patient_id", "date", "id"])
      .execute();
    await db.schema.createIndex("documents_by_accession").on("documents").columns(["patient_id", "accession"])
      .execute();
    await db.schema.createIndex("studies_of_document").on("studies").columns(["document_id"]).execute();
    await db.schema.createIndex("instances_of_series").on("instances").columns(["series_id"]).execute();
    await db.schema.createIndex("consents_of_patient").on("consent_documents").columns(["patient_id", "date"])
      .execute();
    await db.schema.createIndex("consent_events_of_patient").on("consent_events").columns([
      "patient_id",
      "at",
    ]).execute();
    await db.schema.createIndex("accesses_of_patient").on("accesses").columns(["patient_id", "sequence"])
      .execute();
    await db.schema.createIndex("exports_of_patient").on("exports").columns(["patient_id"]).execute();
    await db.schema.createIndex("blobs_by_digest").on("blobs").columns(["sha256"]).execute();
    await db.schema.createIndex("studies_by_uid").on("studies").columns(["patient_id", "study_instance_uid"])
      .unique().execute();
    await db.schema.createIndex("series_by_uid").on("series").columns(["study_id", "series_instance_uid"])
      .unique().execute();
    await db.schema.createIndex("instances_by_content").on("instances").columns([
      "series_id",
      "sop_instance_uid",
      "blob_id",
    ]).unique().execute();
    await db.schema.createIndex("documents_by_kind").on("documents")
      .columns(["patient_id", "type", "facility_id", "published_at"]).execute();
    await db.schema.createIndex("accesses_of_session").on("accesses")
      .columns(["session_id", "act", "object_id"]).execute();
    await db.schema.createIndex("instances_by_uid").on("instances").columns(["sop_instance_uid"]).execute();
    await db.schema.createIndex("help_requests_by_receipt").on("help_requests").columns(["receipt"])
      .unique().execute();
    await db.schema.createIndex("client_tokens_by_end").on("client_tokens").columns(["expires_at"]).execute();
    // The trace and the consents are histories: what was written stays as it was.
    for (const table of ["accesses", "consent_events"]) {
      for (const act of ["UPDATE", "DELETE"]) {
        await sql`CREATE TRIGGER ${sql.ref(`${table}_no_${act.toLowerCase()}`)} BEFORE ${sql.raw(act)} ON ${
          sql.table(table)
        }
          BEGIN SELECT RAISE(ABORT, 'append only'); END`.execute(db);
      }
    }
  },
};
