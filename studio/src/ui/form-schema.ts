/** The part of JSON Schema that the scenario's schema uses. */
export interface FieldSchema {
  type?: string;
  description?: string;
  enum?: string[];
  minimum?: number;
  maximum?: number;
  properties?: Record<string, FieldSchema>;
  items?: FieldSchema;
  allOf?: FieldSchema[];
  anyOf?: FieldSchema[];
  $ref?: string;
  definitions?: Record<string, FieldSchema>;
}

/** A schema with its references looked up; the description nearest to the field wins. */
export function resolveRef(schema: FieldSchema, root: FieldSchema): FieldSchema {
  let found = schema;
  let { description } = schema;
  for (let depth = 0; depth < 8; depth++) {
    const inner: FieldSchema | undefined = found.$ref
      ? root.definitions?.[found.$ref.split('/').at(-1) ?? '']
      : found.allOf?.length === 1
        ? found.allOf[0]
        : undefined;
    if (!inner) break;
    found = inner;
    description ??= inner.description;
  }
  return { ...found, description };
}

/** Fields of a mapping in the order of the schema. */
export function fieldsOf(schema: FieldSchema, root: FieldSchema): { name: string; field: FieldSchema }[] {
  const { properties = {} } = resolveRef(schema, root);
  return Object.entries(properties).map(([name, field]) => ({ name, field: resolveRef(field, root) }));
}
