// The page's own address follows how the board is looked at, so that it can be kept, shared and come back to.

export function setQuery(changes) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  query.delete("act");
  const before = location.pathname;
  const address = String(query) ? `${before}?${query}` : before;
  try {
    history.replaceState(history.state, "", address + location.hash);
  } catch {
    // Browsers count how often an address changes. The view has changed all the same.
  }
  for (const tab of document.querySelectorAll("a[data-way]")) {
    const other = new URLSearchParams(query);
    other.set("view", tab.dataset.way);
    tab.href = `${before}?${other}`;
  }
  // Forms that come back here come back to this.
  for (const field of document.querySelectorAll('input[type="hidden"]:is([name="back"], [name="address"])')) {
    if (field.value.split(/[?#]/)[0] === before) field.value = address;
  }
}
