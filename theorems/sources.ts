/** The bibliography: every theorem cites a place in one of these works. */
import { work } from 'assay'

export const liu2021 = work({
  key: 'liu2021',
  title: 'Noise and Fluctuation of Finite Learning Rate Stochastic Gradient Descent',
  authors: ['Kangqiao Liu', 'Liu Ziyin', 'Masahito Ueda'],
  venue: 'International Conference on Machine Learning (ICML)',
  year: 2021,
  url: 'https://arxiv.org/abs/2012.03636',
})

export const ziyin2022 = work({
  key: 'ziyin2022',
  title: 'Strength of Minibatch Noise in SGD',
  authors: ['Liu Ziyin', 'Kangqiao Liu', 'Takashi Mori', 'Masahito Ueda'],
  venue: 'International Conference on Learning Representations (ICLR)',
  year: 2022,
  url: 'https://arxiv.org/abs/2102.05375',
})

export const mori2022 = work({
  key: 'mori2022',
  title: 'Power-law Escape Rate of SGD',
  authors: ['Takashi Mori', 'Liu Ziyin', 'Kangqiao Liu', 'Masahito Ueda'],
  venue: 'International Conference on Machine Learning (ICML)',
  year: 2022,
  url: 'https://arxiv.org/abs/2105.09557',
})
