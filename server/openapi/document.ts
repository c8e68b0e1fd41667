import * as contract from "@tuodossier/sdk/contract";
import { type ProblemCode, PROBLEMS } from "@tuodossier/sdk/contract";
import { toJsonSchema, toJsonSchemaDefs } from "@valibot/to-json-schema";
import type { GenericSchema } from "valibot";
import type { Caller, Operation, SchemaName } from "./operation.ts";
import { operations } from "./operations.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** The schemas that have a name in the contract. */
const named = Object.fromEntries(
  Object.entries(contract).filter(([, value]) => typeof value === "object" && "kind" in value),
) as unknown as Record<SchemaName, GenericSchema>;

const schemas = toJsonSchemaDefs(named, {
  target: "draft-2020-12",
  errorMode: "ignore",
  overrideRef: ({ referenceId }) => ref(referenceId).$ref,
});

const Problem = {
  type: "object",
  description: "RFC 9457. `code` is from a closed list; a title bears no data of the request.",
  required: ["type", "code", "title", "status", "instance"],
  properties: {
    type: { type: "string", pattern: "^urn:tuodossier:problem:" },
    code: { enum: Object.keys(PROBLEMS) },
    title: { type: "string" },
    status: { type: "integer" },
    instance: { type: "string", description: "The request's id, for support" },
    pointers: {
      type: "array",
      items: { type: "string" },
      description: "JSON pointers to the fields at fault",
    },
    reason: { type: "string" },
  },
};

/** How callers are recognised, and what goes wrong with it. */
const CALLERS: Readonly<Record<Caller, { security: object[]; problems: readonly ProblemCode[] }>> = {
  anybody: { security: [{}], problems: [] },
  portal: { security: [{}], problems: [] },
  session: {
    security: [{ session: [], proof: [] }],
    problems: ["auth.signed-out", "auth.proof-invalid", "auth.nonce", "request.rate"],
  },
  "session-if-any": {
    security: [{}, { session: [], proof: [] }],
    problems: ["auth.signed-out", "auth.proof-invalid", "auth.nonce", "request.rate"],
  },
  key: { security: [{ proof: [] }], problems: ["auth.proof-invalid", "auth.nonce"] },
  client: { security: [{ client: [] }], problems: ["auth.client-invalid"] },
  ticket: { security: [{}], problems: [] },
};

const OF_BODIES: readonly ProblemCode[] = [
  "request.invalid",
  "request.media-type",
  "request.too-large",
  "request.timeout",
];

const securitySchemes = {
  session: { type: "http", scheme: "DPoP", description: "Access token bound to a key (RFC 9449)" },
  proof: {
    type: "apiKey",
    in: "header",
    name: "DPoP",
    description: "Proof of the key, with the server's nonce",
  },
  client: {
    type: "oauth2",
    flows: { clientCredentials: { tokenUrl: "v1/clinic/token", scopes: {} } },
  },
};

/** The API as OpenAPI 3.1, from the schemas that requests are checked with. */
export function openApiDocument(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    (paths[operation.path] ??= {})[operation.method] = describe(operation);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "TuoDossier",
      version: "1",
      description: "A patient portal for diagnostic clinics. Errors are `application/problem+json`.",
    },
    servers: [{
      url: "/t/{key}",
      variables: { key: { default: "pk_", description: "The clinic's publishable key" } },
    }],
    paths,
    components: { schemas: { ...schemas, Problem }, securitySchemes },
  };
}

function describe(operation: Operation): Record<string, unknown> {
  const { path, summary, caller, body, form, answer } = operation;
  const { security, problems } = CALLERS[caller];
  const codes: readonly ProblemCode[] = [
    "request.not-found",
    "tenant.origin",
    "server.failed",
    ...problems,
    ...(body ? OF_BODIES : []),
    ...(operation.query ? ["request.invalid"] as const : []),
    ...operation.problems ?? [],
  ];
  const content = body && { schema: ref(body) };
  return {
    summary,
    tags: [path.split("/")[2]],
    security,
    parameters: parametersOf(operation),
    ...(content
      ? {
        requestBody: {
          required: !operation.bodyMayLack,
          content: {
            "application/json": content,
            ...(form ? { "application/x-www-form-urlencoded": content } : {}),
          },
        },
      }
      : {}),
    responses: {
      [answer.status]: answerOf(answer),
      ...(answer.mayLack ? { 204: answerOf({ status: 204 }) } : {}),
      ...problemsOf(codes),
    },
  };
}

function answerOf({ schema, list, mediaType }: Operation["answer"]): Record<string, unknown> {
  const description = "Done";
  if (mediaType) return { description, content: { [mediaType]: {} } };
  if (!schema) return { description };
  const items = {
    type: "object",
    required: ["items"],
    properties: { items: { type: "array", items: ref(schema) } },
  };
  return { description, content: { "application/json": { schema: list ? items : ref(schema) } } };
}

/** One answer a status, which names its codes. */
function problemsOf(codes: readonly ProblemCode[]): Record<string, unknown> {
  const byStatus = Map.groupBy(new Set(codes), (code) => PROBLEMS[code][0]);
  return Object.fromEntries(
    [...byStatus].map(([status, these]) => [status, {
      description: these.map((code) => `\`${code}\`: ${PROBLEMS[code][1]}`).join("; "),
      content: { "application/problem+json": { schema: ref("Problem") } },
    }]),
  );
}

function parametersOf({ path, query, headers = [] }: Operation): Record<string, unknown>[] {
  const inPath = [...path.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  // A query's numbers arrive as texts: its parameters are described as they are sent.
  const { properties = {}, required = [] } = query
    ? toJsonSchema(named[query], { target: "draft-2020-12", typeMode: "input", errorMode: "ignore" })
    : {};
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
  const inHeader = headers.map((name) => ({
    name,
    in: "header",
    required: name === "If-Match",
    schema: { type: "string" },
  }));
  return [...inPath, ...inQuery, ...inHeader];
}
