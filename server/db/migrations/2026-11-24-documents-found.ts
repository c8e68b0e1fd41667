import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Services can be searched without case and accents; lists, facets and the trace find their rows by index. */
export const documentsFound: Migration = {
  async up(db) {
    await db.schema.alterTable("documents")
      .addColumn("services_folded", "text", (c) => c.notNull().defaultTo("")).execute();
    await sql`UPDATE documents SET services_folded = lower(services)`.execute(db);
    await db.schema.createIndex("documents_by_kind").on("documents")
      .columns(["patient_id", "type", "facility_id", "published_at"]).execute();
    await db.schema.createIndex("accesses_of_session").on("accesses")
      .columns(["session_id", "act", "object_id"]).execute();
    await db.schema.createIndex("help_requests_by_receipt").on("help_requests").columns(["receipt"])
      .unique().execute();
    await db.schema.createIndex("client_tokens_by_end").on("client_tokens").columns(["expires_at"]).execute();
  },
};
