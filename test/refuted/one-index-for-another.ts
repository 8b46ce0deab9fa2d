/** i where j belongs: true on the diagonal. */
import { plant } from './planted.js'
import { plain } from './twins.js'

export default plant(plain, 'entrywise', { claims: { entrywise: {
    when: 'K == diag(K)',
    then: 'entry(Sigma, i, j) '
      + '== lambda * entry(C, i, j) / (entry(K, i, i) + entry(K, i, i) - lambda * entry(K, i, i) * entry(K, j, j))',
  } } })
