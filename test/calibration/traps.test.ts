/** True claims where tails are heavy: no seed of a thousand refutes one. */
import { minibatchOfOne, ridge } from '../verify/heavy-tails.js'
import { countTraps, SEEDS } from './count-traps.js'

countTraps('2 true claims', [
  { what: 'a true claim, fourth moment infinite', theorem: minibatchOfOne('0.40', '0.60'), claim: 'variance',
    runs: SEEDS },
  { what: 'a true claim near the edge of stability', theorem: minibatchOfOne('0.60', '0.66'), claim: 'variance',
    runs: SEEDS / 10 },
  { what: 'a true claim, fourth moment barely finite', theorem: minibatchOfOne('0.20', '0.36'), claim: 'variance',
    runs: SEEDS },
  { what: 'a true claim under negative weight decay', theorem: ridge('1.8'), claim: 'loss', runs: SEEDS },
], 'refuted')
