const { parsePhoneNumberFromString } = require("libphonenumber-js");
const { Problem, serve, text } = require(Runtime.getFunctions().dataverse.path);

const PHONES = [
  "telephone1",
  "mobilephone",
  "telephone2",
  "telephone3",
  "business2",
  "home2",
  "callback",
  "address1_telephone1",
  "company",
];
const PARENT = "_parentcustomerid_value";
const LOOKUP_TABLE = "Microsoft.Dynamics.CRM.lookuplogicalname";
const OTHERS = [
  "contactid",
  "firstname",
  "lastname",
  "emailaddress1",
  PARENT,
  "statecode",
  "modifiedon",
];
const NO_NUMBERS = ["+266696687", "+7378742833", "+2562533", "+8566696687", "+86282452253", "+464"];

const parsed = (text, country) =>
  parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });

exports.handler = serve(async (dataverse, event, context) => {
  const country = context.DYNAMICS_DEFAULT_COUNTRY || "US";
  if (!("phoneNum" in event)) {
    throw new Problem(400, "missing_parameter", "The parameter phoneNum is missing.", "phoneNum");
  }
  const given = (text(event, "phoneNum") ?? "").replace(/^ (?=[1-9])/, "+").trim();
  if (NO_NUMBERS.includes(given) || !/^[\d+ ()\-./]+$/.test(given)) return {};
  const number = parsed(given, country);
  if (!number?.isPossible()) return {};

  const isIt = (typed) => {
    let reading = parsed(typed, country);
    if (!reading?.isValid()) reading = number.country && parsed(typed, number.country);
    return reading?.number === number.number;
  };
  const usual = spellings(number);
  const telling = [...number.nationalNumber.slice(-7)].join("%");
  const filters = [
    PHONES.flatMap((column) => usual.map((spelling) => `${column} eq '${spelling}'`)),
    PHONES.map((column) => `contains(${column},'${telling}')`),
  ];
  for (const filter of filters) {
    const matches = await matching(dataverse, filter.join(" or "), isIt);
    if (matches.length > 0) return chosen(matches);
  }
  return {};
});

function spellings(number) {
  const digits = (typed) => typed.replace(/\D/g, "");
  const international = number.formatInternational();
  const national = number.formatNational();
  const code = `+${number.countryCallingCode} `;
  const all = [number.number, digits(number.number), international];
  if (digits(national) === number.nationalNumber) {
    all.push(code + national, international.slice(code.length));
  }
  all.push(digits(national), national);
  return [...new Set(all)];
}

async function matching(dataverse, filter, isIt) {
  const select = [...OTHERS, ...PHONES].join(",");
  let next =
    `contacts?$select=${select}&$filter=${encodeURIComponent(`(${filter})`)}` +
    `&$orderby=${encodeURIComponent("modifiedon desc,contactid")}`;
  const matches = [];
  for (let pages = 0; next && pages < 2; pages += 1) {
    const Prefer = `odata.maxpagesize=500,odata.include-annotations="${LOOKUP_TABLE}"`;
    const page = await dataverse.read(next, { Prefer });
    for (const contact of page.value) {
      const column = PHONES.findIndex((phone) => contact[phone] && isIt(contact[phone]));
      if (column >= 0) matches.push({ column, contact });
    }
    next = page["@odata.nextLink"];
  }
  return matches;
}

function chosen(matches) {
  const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const [{ contact }] = matches.sort(
    (a, b) =>
      compare(a.contact.statecode !== 0, b.contact.statecode !== 0) ||
      compare(a.column, b.column) ||
      compare(b.contact.modifiedon, a.contact.modifiedon) ||
      compare(a.contact.contactid, b.contact.contactid),
  );
  const { contactid, firstname, lastname, telephone1, emailaddress1 } = contact;
  const account = contact[`${PARENT}@${LOOKUP_TABLE}`] === "account" && contact[PARENT];
  return {
    ...{ contactid, firstname, lastname, telephone1, emailaddress1, matches: matches.length },
    ...(account && { accountid: account }),
  };
}
