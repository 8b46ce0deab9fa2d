/** Waits for what never comes. */
await new Promise(() => {})
