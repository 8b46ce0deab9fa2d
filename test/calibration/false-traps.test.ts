/** False claims where tails are heavy: no seed of a thousand verifies one. */
import { minibatchOfOne, ridge } from '../verify/heavy-tails.js'
import { countTraps, SEEDS } from './count-traps.js'

countTraps('3 false claims', [
  { what: 'a claim off by half, fourth moment infinite', theorem: minibatchOfOne('0.40', '0.60', '3 / 2'),
    claim: 'variance', runs: SEEDS },
  { what: 'a claim off by the precision, fourth moment infinite', theorem: minibatchOfOne('0.40', '0.60', '6 / 5'),
    claim: 'variance', runs: SEEDS },
  { what: 'a claim off by half, fourth moment barely finite', theorem: minibatchOfOne('0.20', '0.36', '3 / 2'),
    claim: 'variance', runs: SEEDS },
  { what: 'a claim off by half under negative weight decay', theorem: ridge('1.8', '3 / 2'), claim: 'loss',
    runs: SEEDS },
], 'verified')
