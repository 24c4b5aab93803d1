// Keeps words for tools, each origin's apart, as long as the page around this frame is open. Errors have 1EdTech's codes.
const frame = document.body.dataset.frame;
const origins = JSON.parse(document.body.dataset.origins);
const KEYS_MOST = 100;
const LONGEST = 4096;
const kept = new Map(origins.map((origin) => [origin, new Map()]));

const acts = {
  "lti.capabilities": () => ({
    supported_messages: [{ subject: "lti.capabilities" }, { subject: "lti.get_data", frame }, { subject: "lti.put_data", frame }],
  }),
  "lti.get_data": ({ key }, words) => ({ key, value: words.has(key) ? words.get(key) : null }),
  "lti.put_data": ({ key, value }, words) => {
    if (value === null || value === undefined) words.delete(key);
    else if (String(value).length > LONGEST || (words.size >= KEYS_MOST && !words.has(key))) throw "storage_exhaustion";
    else words.set(key, value);
    return { key, value };
  },
};

function answer({ data, origin }) {
  if (!acts[data.subject]) throw "unsupported_subject";
  if (data.subject === "lti.capabilities") return acts[data.subject]();
  if (!kept.has(origin)) throw "wrong_origin";
  if (!data.message_id || typeof data.key !== "string" || !data.key) throw "bad_request";
  return acts[data.subject](data, kept.get(origin));
}

addEventListener("message", (event) => {
  const { data, origin, source } = event;
  if (!source || origin === "null" || typeof data?.subject !== "string" || !data.subject.startsWith("lti.") || data.subject.endsWith(".response")) return;
  const response = { subject: `${data.subject}.response`, message_id: data.message_id };
  try {
    Object.assign(response, answer(event));
  } catch (code) {
    response.error = { code: String(code), message: `${data.subject}: ${code}` };
  }
  source.postMessage(response, origin);
});
