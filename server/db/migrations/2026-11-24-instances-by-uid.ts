import type { Migration } from "kysely/migration";

/** Every file that comes in asks whether its SOP instance is known. */
export const instancesByUid: Migration = {
  async up(db) {
    await db.schema.createIndex("instances_by_uid").on("instances").columns(["sop_instance_uid"]).execute();
  },
};
