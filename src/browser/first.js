// Flex first. While the panel's module is still on its way, this script fetches config.json, asks for the lead among
// the agent's windows and, if this window leads, puts Flex's frame into the page. The panel (src/browser/first.rs) then
// takes over what is here: the answer for config.json, the lock and the frame. tools/start-files.mjs puts this script
// at the start of start.js, and the build's defaults into the page.
//
// What this script reads, it reads by the panel's own rules (src/config). In doubt it does nothing, and the panel
// decides. tests/golden/first.json has what both must find.
//
// States:
//   reading   config.json has not been answered yet
//   asking    the addresses are known, and the lock is asked for
//   leading   the lock is held here, and the frame is in the page
//   over      this script has nothing more to do
//
// Events:
//   told      config.json is answered. reading -> asking; in doubt -> over
//   granted   the browser gives the lock. asking -> leading; over: the lock goes back at once
//   lost      another window steals the lock, or the browser refuses it. asking, leading -> over, without the frame
//   asked     another window asks who leads. leading: this window does, unless it is frozen
//   frozen    leading: says that it leaves, and answers nothing. The lock stays here, as this may be the only window
//   thawed    leading: says that it leads
//   hidden    the page goes. any -> over, without the lock and the frame; from leading it says that it leaves
//   taken     the panel takes over. leading, if it names the same lock -> over, and the panel has the lock and the frame;
//             else -> over, without the lock and the frame
(() => {
  "use strict";

  const { build } = document.currentScript.dataset;
  // A page of an earlier release, from a cache, has no defaults and no place for the frame.
  if (build === undefined) return;

  const FLEX = "https://flex.twilio.com/agent-desktop";
  const LIBRARY = "/webresources/Widget/msdyn_ciLibrary.js";
  const ALLOW =
    "microphone; camera; autoplay; clipboard-read; clipboard-write; display-capture; fullscreen; geolocation; speaker-selection; screen-wake-lock";
  const HOST = /^[a-z\d.-]+$/;
  const LOCAL = /^127\.0\.0\.1$|(^|\.)localhost$/;
  const CLOUD =
    /[a-z\d-]\.(dynamics\.com|crm\.microsoftdynamics\.us|crm\.appsplatform\.us|dynamics\.cn)$/;

  // This window in messages, as WindowId in Rust.
  const own = { opened: Date.now(), salt: Math.floor(Math.random() * 2 ** 32) };
  let state = "reading";
  let isFrozen = false;
  let name, held, release, channel, frame;

  const config = fetch("config.json", { cache: "no-cache" }).then(async (answer) => ({
    status: answer.status,
    text: answer.ok ? await answer.text() : "",
  }));

  // What stands in the file, over what the build has. A file that names the organization overrides both keys for it.
  const settings = ({ status, text }) => {
    const ofBuild = JSON.parse(build);
    if (status === 404) return ofBuild;
    const file = JSON.parse(text);
    if (Array.isArray(file)) doubt();
    const isNamed = "dynamicsUrl" in file || "dynamicsOrg" in file;
    return {
      ...ofBuild,
      ...(isNamed && { dynamicsUrl: undefined, dynamicsOrg: undefined }),
      ...file,
    };
  };

  const addresses = ({ dynamicsUrl, dynamicsOrg, flexUrl = FLEX }) => {
    const told = [dynamicsUrl, dynamicsOrg, flexUrl].filter((value) => value !== undefined);
    if (told.length !== 2 || told.some((value) => typeof value !== "string")) doubt();
    const organization = address(dynamicsUrl ?? ofShortForm(dynamicsOrg));
    const { href, origin, hostname } = organization;
    if (href !== `${origin}/` || !(CLOUD.test(hostname) || LOCAL.test(hostname))) doubt();
    return [origin, address(flexUrl).href];
  };

  const ofShortForm = (org) => {
    if (!/^[a-z\d-]+(\.crm\d*)?$/.test(org)) doubt();
    return `https://${org.includes(".") ? org : `${org}.crm`}.dynamics.com`;
  };

  // An address as browsers write it, by https, or by http on this machine. It may lack the slash behind the host.
  const address = (text) => {
    const url = new URL(text);
    const isSafe =
      url.protocol === "https:" || (url.protocol === "http:" && LOCAL.test(url.hostname));
    const isPlain = HOST.test(url.hostname) && !/[@#]/.test(text);
    if (!isSafe || !isPlain || (url.href !== text && url.href !== `${text}/`)) doubt();
    return url;
  };

  const doubt = () => {
    throw new Error("The panel decides");
  };

  const told = (answer) => {
    if (state !== "reading") return;
    const [organization, flex] = addresses(settings(answer));
    put(document.head, "link", { rel: "preload", as: "script", href: organization + LIBRARY });
    name = `flex-cif-panel ${organization} ${flex}`;
    state = "asking";
    held = navigator.locks.request(name, () => granted(flex));
    held.catch(end);
  };

  const granted = (flex) => {
    if (state !== "asking") return undefined;
    channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => {
      const { from, says } = JSON.parse(data);
      if (says === "WhoLeads" && !isFrozen) say("ILead", from);
    };
    frame = put(document.body, "iframe", { src: flex, allow: ALLOW, title: "Flex" }, (frame) => {
      frame.dataset.flex = "true";
      // CSS hides the frame until then.
      frame.onload = () => (frame.dataset.loaded = "true");
    });
    state = "leading";
    return new Promise((resolve) => (release = resolve));
  };

  const put = (parent, tag, properties, prepare = () => {}) => {
    const element = Object.assign(document.createElement(tag), properties);
    prepare(element);
    parent.append(element);
    return element;
  };

  const say = (says, to = null) => channel.postMessage(JSON.stringify({ from: own, to, says }));

  const end = () => {
    if (state === "over") return;
    state = "over";
    channel?.close();
    frame?.remove();
    release?.();
  };

  const take = (wanted) => {
    if (state !== "leading" || wanted !== name) return end();
    state = "over";
    channel.close();
    return { ...own, held, release };
  };

  const whileLeading = (act) => () => state === "leading" && act();
  document.addEventListener(
    "freeze",
    whileLeading(() => {
      isFrozen = true;
      say("ILeave");
    }),
  );
  document.addEventListener(
    "resume",
    whileLeading(() => {
      isFrozen = false;
      say("ILead");
    }),
  );
  addEventListener("pagehide", () => {
    if (state === "leading") say("ILeave");
    end();
  });

  window.flexFirst = { config, take };
  config.then(told).catch(end);
})();
