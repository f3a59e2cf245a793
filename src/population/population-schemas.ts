import { z } from "zod";
import { mappingSchema } from "./mapping-schema.ts";
import { profileSchema } from "./profile-schema.ts";

/** JSON Schemas (draft-07) of the files that this room reads, by file name in `rules/schema`. */
export function populationSchemas(): Readonly<Record<string, object>> {
  return {
    "profile.schema.json": z.toJSONSchema(profileSchema, { target: "draft-7" }),
    "mapping.schema.json": z.toJSONSchema(mappingSchema, { target: "draft-7" }),
  };
}
