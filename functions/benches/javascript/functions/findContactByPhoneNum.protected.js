const { parsePhoneNumberFromString } = require("libphonenumber-js");
const { invalid, required, serve } = require(Runtime.getFunctions().dataverse.path);

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
const OTHERS = ["contactid", "firstname", "lastname", "emailaddress1", "statecode", "modifiedon"];
const NO_NUMBERS = ["+266696687", "+7378742833", "+2562533", "+8566696687", "+86282452253", "+464"];

const parsed = (text, country) =>
  parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });

exports.handler = serve(async (dataverse, event, context) => {
  const country = context.DYNAMICS_DEFAULT_COUNTRY || "US";
  const text = required(event, "phoneNum")
    .replace(/^ (?=[1-9])/, "+")
    .trim();
  if (NO_NUMBERS.includes(text) || !/^[\d+ ()\-./]+$/.test(text)) {
    throw invalid("phoneNum", "is no phone number.");
  }
  const number = parsed(text, country);
  if (!number?.isPossible()) throw invalid("phoneNum", "is no possible phone number.");

  const isIt = (typed) => {
    let reading = parsed(typed, country);
    if (!reading?.isValid()) reading = number.country && parsed(typed, number.country);
    return reading?.number === number.number;
  };
  const digits = [...number.nationalNumber.slice(-7)].join("%");
  const filter = PHONES.map((column) => `contains(${column},'${digits}')`).join(" or ");
  const select = [...OTHERS, ...PHONES].join(",");
  let next =
    `contacts?$select=${select}&$filter=${encodeURIComponent(`(${filter})`)}` +
    `&$orderby=${encodeURIComponent("modifiedon desc,contactid")}`;
  const matches = [];
  for (let pages = 0; next && pages < 5; pages += 1) {
    const page = await dataverse.read(next, { Prefer: "odata.maxpagesize=200" });
    for (const contact of page.value) {
      const column = PHONES.findIndex((phone) => contact[phone] && isIt(contact[phone]));
      if (column >= 0) matches.push({ column, contact });
    }
    next = page["@odata.nextLink"];
  }
  if (matches.length === 0) return {};
  const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const [{ contact }] = matches.sort(
    (a, b) =>
      compare(a.contact.statecode !== 0, b.contact.statecode !== 0) ||
      compare(a.column, b.column) ||
      compare(b.contact.modifiedon, a.contact.modifiedon) ||
      compare(a.contact.contactid, b.contact.contactid),
  );
  const { contactid, firstname, lastname, telephone1, emailaddress1 } = contact;
  return { contactid, firstname, lastname, telephone1, emailaddress1, matches: matches.length };
});
