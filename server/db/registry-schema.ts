/** Tables of the registry: which clinics there are, and from which sites they may be reached. */
export interface RegistryTables {
  clinics: {
    id: string;
    /** Publishable: it is in every clinic page. */
    key: string;
    name: string;
    phone: string | null;
    hours: string | null;
    help_url: string | null;
    support_email: string | null;
    /** The clinic's data key, wrapped by the master key. */
    wrapped_key: Uint8Array;
    created_at: string;
    /** JSON of the clinic's settings. */
    settings: string;
  };
  origins: { clinic_id: string; origin: string };
  /** OAuth clients of a clinic's own systems. */
  clients: { id: string; clinic_id: string; secret_hash: string; created_at: string };
}
