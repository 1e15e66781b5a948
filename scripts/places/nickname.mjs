/** What people call a place that no list of names has: the nickname (folded) and the place it means (country, folded name). */
export const NICKNAMES = {
  nyc: ['US', 'new york city'], 'new york': ['US', 'new york city'], manhattan: ['US', 'new york city'], sf: ['US', 'san francisco'], 'bay area': ['US', 'san francisco'], 'sf bay': ['US', 'san francisco'], 'san francisco bay': ['US', 'san francisco'],
  'silicon valley': ['US', 'san jose'], la: ['US', 'los angeles'], 'washington dc': ['US', 'washington'], 'washington d c': ['US', 'washington'], dc: ['US', 'washington'], philly: ['US', 'philadelphia'],
  vegas: ['US', 'las vegas'], dfw: ['US', 'dallas'], atl: ['US', 'atlanta'], 'research triangle': ['US', 'raleigh'], 'twin cities': ['US', 'minneapolis'], 'puget sound': ['US', 'seattle'], slc: ['US', 'salt lake city'],
  gta: ['CA', 'toronto'], cdmx: ['MX', 'mexico city'], 'ciudad de mexico': ['MX', 'mexico city'], bcn: ['ES', 'barcelona'], rio: ['BR', 'rio de janeiro'], 'delhi ncr': ['IN', 'new delhi'], blr: ['IN', 'bengaluru'],
  hcmc: ['VN', 'ho chi minh city'],
  'rhein main': ['DE', 'frankfurt am main'], 'rhine main': ['DE', 'frankfurt am main'], 'frankfurt rhein main': ['DE', 'frankfurt am main'], 'frankfurt rhine main': ['DE', 'frankfurt am main'], ffm: ['DE', 'frankfurt am main'],
  'rhein neckar': ['DE', 'mannheim'], 'rhine neckar': ['DE', 'mannheim'], ruhrgebiet: ['DE', 'essen'], 'ruhr area': ['DE', 'essen'], 'cologne bonn': ['DE', 'koeln'], 'koln bonn': ['DE', 'koeln'], 'berlin brandenburg': ['DE', 'berlin'],
  'washington dc baltimore': ['US', 'washington'], 'eindhoven brainport': ['NL', 'eindhoven'], 'storkobenhavn': ['DK', 'copenhagen'], storstockholm: ['SE', 'stockholm'], 'stor stockholm': ['SE', 'stockholm'], storgoteborg: ['SE', 'goeteborg'],
};

/** Names that the source gives a city though they mean its region. */
export const REGIONAL = new Set(['bahia', 'ceara', 'maranhao', 'para', 'paraiba', 'pernambuco', 'ile de france', 'venetie', 'oklahoma', 'johor', 'hatay', 'sakarya']);
