// The shortest way from Flex to Dynamics: it opens the Case of each task. If a task is selected, it asks which tab is in
// front, and focuses the task's own if it is another one. These are the calls that the panel makes, and it does nothing
// else. In the bench's Dynamics a tab has the id of its Case.

import { ALLOW, listen, readConfig } from "../bridge.js";

const cases = new Map();
const news = {
  task({ task: { sid, attributes } }) {
    if (cases.has(sid) || !attributes.incidentId) return;
    cases.set(sid, attributes.incidentId);
    const query = `?$filter=incidentid eq ${attributes.incidentId}`;
    window.Microsoft.CIFramework.searchAndOpenRecords("incident", query, false);
  },
  async selected({ sid }) {
    const { getFocusedTab, focusTab } = window.Microsoft.CIFramework;
    if ((await getFocusedTab()) !== cases.get(sid)) focusTab(cases.get(sid));
  },
};
listen((message) => news[message.type]?.(message));

readConfig().then(({ dynamicsUrl, flexUrl }) => {
  const library = document.createElement("script");
  Object.assign(library.dataset, { cifid: "CIFMainLibrary", crmurl: dynamicsUrl });
  library.src = `${dynamicsUrl}/webresources/Widget/msdyn_ciLibrary.js`;
  library.onload = () => {
    const flex = Object.assign(document.createElement("iframe"), { src: flexUrl, allow: ALLOW });
    document.body.append(flex);
  };
  document.head.append(library);
});
