import type { Migration } from "kysely/migration";

/** Reset, second factors, known devices, sign-in by OpenID Connect, and messages that leave the house. */
export const identity: Migration = {
  async up(db) {
    // What a running sign-in was about is over within ten minutes: none is carried over.
    await db.deleteFrom("challenges").execute();
    for (
      const [table, columns] of Object.entries({
        accounts: ["sms_explained_at", "authenticator_key", "authenticator_since"],
        challenges: [
          "session_id",
          "device_id",
          "contact",
          "password_hash",
          "identity_hash",
          "authenticator_key",
        ],
        hand_overs: ["device_id", "identity_hash"],
        sessions: ["device_id", "identity_hash"],
        attempts: ["at"],
      })
    ) {
      for (const column of columns) await db.schema.alterTable(table).addColumn(column, "text").execute();
    }
    await db.schema.alterTable("accounts").addColumn("authenticator_step", "integer").execute();
    await db.schema.alterTable("challenges")
      .addColumn("purpose", "text", (c) => c.notNull().defaultTo("sign-in")).execute();
    await db.schema.alterTable("challenges")
      .addColumn("factor", "text", (c) => c.notNull().defaultTo("sms")).execute();
    await db.schema.alterTable("challenges")
      .addColumn("offer_tries", "integer", (c) => c.notNull().defaultTo(0)).execute();
    await db.schema.alterTable("sessions")
      .addColumn("device", "text", (c) => c.notNull().defaultTo("")).execute();
    // The telephone or address a code went to: limits are by number, also by one that is still to be proved.
    await db.schema.alterTable("codes").addColumn("contact", "text", (c) => c.notNull().defaultTo(""))
      .execute();
    // Those that prove a new one are counted apart.
    await db.schema.alterTable("codes")
      .addColumn("purpose", "text", (c) => c.notNull().defaultTo("sign-in")).execute();
    await db.schema.createIndex("codes_of_contact").on("codes").columns(["contact", "sent_at"]).execute();

    await db.schema.createTable("address_failures")
      .addColumn("address_mac", "text", (c) => c.notNull())
      .addColumn("user_mac", "text", (c) => c.notNull())
      .addColumn("at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("address_failures_pk", ["address_mac", "user_mac"])
      .execute();
    await db.schema.createIndex("address_failures_by_time").on("address_failures").columns(["at"]).execute();
    await db.schema.createIndex("attempts_by_time").on("attempts").columns(["at"]).execute();

    await db.schema.createTable("recovery_codes")
      .addColumn("mac", "text", (c) => c.primaryKey())
      .addColumn("patient_id", "text", (c) => c.notNull().references("patients.id"))
      .addColumn("used_at", "text")
      .execute();
    await db.schema.createIndex("recovery_codes_of_patient").on("recovery_codes").columns(["patient_id"])
      .execute();

    await db.schema.createTable("devices")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("patient_id", "text", (c) => c.notNull().references("patients.id"))
      .addColumn("name", "text", (c) => c.notNull())
      .addColumn("last_seen_at", "text", (c) => c.notNull())
      .addColumn("expires_at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("devices_pk", ["id", "patient_id"])
      .execute();
    await db.schema.createIndex("devices_of_patient").on("devices").columns(["patient_id"]).execute();

    await db.schema.createTable("notices")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("patient_id", "text", (c) => c.notNull().references("patients.id"))
      .addColumn("kind", "text", (c) => c.notNull())
      .addColumn("at", "text", (c) => c.notNull())
      .execute();
    await db.schema.createIndex("notices_of_patient").on("notices").columns(["patient_id", "at"]).execute();

    await db.schema.createTable("reset_requests")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("user_name", "text", (c) => c.notNull())
      .addColumn("at", "text", (c) => c.notNull())
      .execute();
    await db.schema.createTable("reset_tokens")
      .addColumn("token_hash", "text", (c) => c.primaryKey())
      .addColumn("patient_id", "text", (c) => c.notNull().references("patients.id"))
      .addColumn("created_at", "text", (c) => c.notNull())
      .addColumn("expires_at", "text", (c) => c.notNull())
      .execute();
    await db.schema.createIndex("reset_tokens_of_patient").on("reset_tokens").columns(["patient_id"])
      .execute();

    await db.schema.createTable("oidc_flows")
      .addColumn("state_hash", "text", (c) => c.primaryKey())
      .addColumn("browser_hash", "text", (c) => c.notNull())
      .addColumn("nonce", "text", (c) => c.notNull())
      .addColumn("code_verifier", "text", (c) => c.notNull())
      .addColumn("hand_over", "text", (c) => c.notNull())
      .addColumn("created_at", "text", (c) => c.notNull())
      .addColumn("expires_at", "text", (c) => c.notNull())
      .execute();
    // (iss, sub) of a person at the clinic's provider; without a patient until somebody proves to be it.
    await db.schema.createTable("identities")
      .addColumn("hash", "text", (c) => c.primaryKey())
      .addColumn("issuer", "text", (c) => c.notNull())
      .addColumn("subject", "text", (c) => c.notNull())
      .addColumn("patient_id", "text", (c) => c.references("patients.id"))
      .addColumn("created_at", "text", (c) => c.notNull())
      .execute();
    await db.schema.createIndex("identities_of_patient").on("identities").columns(["patient_id"]).execute();

    // Who came from the provider and proves to be a patient, once, in the same browser.
    await db.schema.createTable("waiting_identities")
      .addColumn("token_hash", "text", (c) => c.primaryKey())
      .addColumn("identity_hash", "text", (c) => c.notNull())
      .addColumn("browser_hash", "text", (c) => c.notNull())
      .addColumn("expires_at", "text", (c) => c.notNull())
      .execute();
    await db.schema.createTable("provider_sessions")
      .addColumn("sid_hash", "text", (c) => c.notNull())
      .addColumn("identity_hash", "text", (c) => c.notNull())
      .addColumn("ends_at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("provider_sessions_pk", ["sid_hash", "identity_hash"])
      .execute();
    await db.schema.createTable("logout_tokens")
      .addColumn("jti_hash", "text", (c) => c.primaryKey())
      .addColumn("expires_at", "text", (c) => c.notNull())
      .execute();
    for (const table of ["challenges", "hand_overs", "sessions"]) {
      await db.schema.createIndex(`${table}_of_identity`).on(table).columns(["identity_hash"]).execute();
    }

    // `kept` stays where no gateway takes it: the outbox. What was written before this is that.
    await db.schema.alterTable("messages")
      .addColumn("state", "text", (c) => c.notNull().defaultTo("kept")).execute();
    await db.schema.alterTable("messages")
      .addColumn("tries", "integer", (c) => c.notNull().defaultTo(0)).execute();
    for (
      const column of ["next_try_at", "expires_at", "sent_at", "delivered_at", "failure"]
    ) {
      await db.schema.alterTable("messages").addColumn(column, "text").execute();
    }
    await db.schema.createIndex("messages_by_state").on("messages").columns(["state", "next_try_at"])
      .execute();
    await db.schema.createIndex("messages_by_time").on("messages").columns(["created_at"]).execute();
  },
};
