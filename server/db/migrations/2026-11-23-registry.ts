import type { Migration } from "kysely/migration";

export const registry: Migration = {
  async up(db) {
    await db.schema.createTable("clinics")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("key", "text", (c) => c.notNull().unique())
      .addColumn("name", "text", (c) => c.notNull())
      .addColumn("phone", "text")
      .addColumn("hours", "text")
      .addColumn("help_url", "text")
      .addColumn("support_email", "text")
      .addColumn("wrapped_key", "blob", (c) => c.notNull())
      .addColumn("created_at", "text", (c) => c.notNull())
      .execute();
    await db.schema.createTable("origins")
      .addColumn("clinic_id", "text", (c) => c.notNull().references("clinics.id"))
      .addColumn("origin", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("origins_pk", ["clinic_id", "origin"])
      .execute();
    await db.schema.createTable("clients")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("clinic_id", "text", (c) => c.notNull().references("clinics.id"))
      .addColumn("secret_hash", "text", (c) => c.notNull())
      .addColumn("created_at", "text", (c) => c.notNull())
      .execute();
  },
};
