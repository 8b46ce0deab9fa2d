/** Exports something else. */
export default { id: 'no-theorem' }
