// Tells the tool in the frame what the platform answers to, and in which of its frames (LTI Client Side postMessages 0.1).
const tool = document.querySelector("iframe[data-storage]");
const frame = tool.dataset.storage;

addEventListener("message", ({ data, origin, source }) => {
  if (source !== tool.contentWindow || data?.subject !== "lti.capabilities") return;
  const supported_messages = [{ subject: "lti.capabilities" }, { subject: "lti.get_data", frame }, { subject: "lti.put_data", frame }];
  source.postMessage({ subject: "lti.capabilities.response", message_id: data.message_id, supported_messages }, origin);
});

// The tool begins when the storage can hear it.
const storage = document.getElementsByName(frame)[0];

function begin() {
  if (tool.dataset.src) tool.src = tool.dataset.src;
}

const there = storage.contentDocument;
if (there?.readyState === "complete" && there.URL !== "about:blank") begin();
else storage.addEventListener("load", begin, { once: true });
