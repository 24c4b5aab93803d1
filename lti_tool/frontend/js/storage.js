// The platform's own storage, where a platform offers one (LTI postMessage storage 0.1): it keeps texts for this tool in
// this browser, also where cookies are lost. Only the platform's own origin is told anything, and only it is believed.

const PATIENCE = 1_500;

function frameOf(name) {
  const host = window.parent !== window ? window.parent : window.opener;
  return name === "_parent" ? host : host.frames[name];
}

// The answer to { subject, key, ... }: a text, null when there is none, undefined when nobody answers in time or with an error.
function ask(place, message) {
  const { storageFrame: name, storageOrigin: origin } = place.dataset;
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    function done(value) {
      clearTimeout(timer);
      window.removeEventListener("message", heard);
      resolve(value);
    }
    function heard({ origin: sender, data }) {
      if (sender !== origin || data?.subject !== `${message.subject}.response` || data.message_id !== id) return;
      done(data.error ? undefined : data.value ?? null);
    }
    const timer = setTimeout(done, PATIENCE);
    window.addEventListener("message", heard);
    try {
      frameOf(name).postMessage({ ...message, message_id: id }, origin);
    } catch {
      done(undefined); // there is no such frame
    }
  });
}

// Both want an element with data-storage-frame, -origin and -key.
export const put = (place, value) => ask(place, { subject: "lti.put_data", key: place.dataset.storageKey, value });
export const get = (place) => ask(place, { subject: "lti.get_data", key: place.dataset.storageKey });
