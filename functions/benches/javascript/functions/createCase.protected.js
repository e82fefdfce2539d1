const { createHash, randomUUID } = require("crypto");
const { Problem, invalid, required, serve, text } = require(Runtime.getFunctions().dataverse.path);

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NAMESPACE = Buffer.from("7a1d5f0e93c44b6a8f27d0c55e2b9a41", "hex");
const KEYS = ["idempotencyKey", "TaskSid", "ConversationSid", "CallSid"];
const KNOWN = [
  ...[
    "contactid",
    "caseorigincode",
    "casetypecode",
    "title",
    "productName",
    "description",
    "subject",
  ],
  ...KEYS,
  "request",
];
let columns;

function derivedId(name, key) {
  const hash = createHash("sha1").update(NAMESPACE).update(`${name}:${key}`).digest();
  hash[6] = (hash[6] & 0x0f) | 0x50;
  hash[8] = (hash[8] & 0x3f) | 0x80;
  return hash.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function decoded(event, name) {
  const value = text(event, name)?.replace(/\+/g, " ");
  try {
    return value && decodeURIComponent(value).trim();
  } catch {
    return value.trim();
  }
}

function option(event, name) {
  const value = required(event, name).trim();
  if (!/^\d{1,10}$/.test(value) || Number(value) > 2147483647) {
    throw invalid(name, "is no number of an option.");
  }
  return Number(value);
}

async function typed(dataverse, name, value) {
  columns ??= (
    await dataverse.read(
      "EntityDefinitions(LogicalName='incident')/Attributes" +
        "?$select=LogicalName,AttributeType,AttributeTypeName,IsValidForCreate",
    )
  ).value;
  const column = columns.find(({ LogicalName }) => LogicalName === name);
  if (!column) throw new Problem(400, "unknown_column", `A Case has no column ${name}.`, name);
  switch (column.AttributeType) {
    case "Integer":
    case "Picklist":
    case "Money":
      if (Number.isNaN(Number(value))) throw invalid(name, "is no number.");
      return Number(value);
    case "Boolean":
      return value === "true" || value === "1";
    default:
      return value;
  }
}

const quoted = (value) => `'${value.replace(/'/g, "''")}'`;

exports.handler = serve(async (dataverse, event) => {
  const contactid = required(event, "contactid").trim();
  if (!GUID.test(contactid)) throw invalid("contactid", "is no GUID.");
  const incident = {
    "customerid_contact@odata.bind": `/contacts(${contactid})`,
    caseorigincode: option(event, "caseorigincode"),
    casetypecode: option(event, "casetypecode"),
    title: decoded(event, "title"),
    description: decoded(event, "description"),
  };
  if (!incident.title) required({}, "title");
  const key = KEYS.find((name) => text(event, name));
  const id = key ? derivedId(key, event[key].trim()) : randomUUID();
  for (const name of Object.keys(event)) {
    if (!KNOWN.includes(name) && text(event, name)) {
      incident[name] = await typed(dataverse, name, event[name]);
    }
  }
  const productName = text(event, "productName");
  if (productName) {
    const filter = encodeURIComponent(`(name eq ${quoted(productName)} and statecode eq 0)`);
    const { value } = await dataverse.read(`products?$select=productid&$filter=${filter}&$top=2`);
    if (value.length !== 1) throw invalid("productName", "is not the name of one active product.");
    incident["productid@odata.bind"] = `/products(${value[0].productid})`;
  }
  const title = decoded(event, "subject");
  let newSubject;
  if (title) {
    const filter = encodeURIComponent(`title eq ${quoted(title)}`);
    const order = "$orderby=createdon,subjectid";
    const { value } = await dataverse.read(
      `subjects?$select=subjectid&$filter=${filter}&${order}&$top=1`,
    );
    if (value.length > 0) incident["subjectid@odata.bind"] = `/subjects(${value[0].subjectid})`;
    else newSubject = { subjectid: derivedId("subject", title.toLowerCase()), title };
  }
  const select = "?$select=incidentid,ticketnumber";
  const path = `incidents(${id})${select}`;
  let row;
  if (newSubject) {
    const both = { ...incident, incidentid: id, subjectid: newSubject };
    row =
      (await create(dataverse, "POST", `incidents${select}`, both)) ?? (await dataverse.find(path));
    incident["subjectid@odata.bind"] = `/subjects(${newSubject.subjectid})`;
  }
  row ??= (await create(dataverse, "PATCH", path, incident)) ?? (await dataverse.read(path));
  return { incidentId: row.incidentid, ticketNumber: row.ticketnumber };
});

async function create(dataverse, method, path, body) {
  const response = await dataverse.send(path, {
    method,
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      ...(method === "PATCH" && { "If-None-Match": "*" }),
      Prefer: "return=representation",
    },
    body,
  });
  if (response.status === 412) return undefined;
  if (!response.ok) throw dataverse.refusal(response);
  return JSON.parse(response.read);
}
