// How this page asks: who it believes to be, that it wants a part and not a page, and never from a cache.

const LONGEST = 30_000;

export function ask(address, options = {}) {
  const person = document.querySelector('meta[name="person"]')?.content;
  const headers = { "HX-Request": "true", "X-Requested-Part": "1", Accept: "text/html" };
  if (person) headers["X-Person"] = person;
  return fetch(address, {
    credentials: "same-origin",
    cache: "no-store",
    redirect: "manual",
    signal: AbortSignal.timeout(LONGEST),
    ...options,
    headers: { ...headers, ...options.headers },
  });
}

// Over for this page: signed out, no longer in the course, or the thing is gone.
export const isOver = (status) => status === 401 || status === 403 || status === 404;

// The server could not take it now; the same thing can be sent again. A full disk (507) does not pass by itself: its words are shown.
export const isPassing = (status) => [429, 502, 503, 504].includes(status);
