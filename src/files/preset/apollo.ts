import type { Preset } from './preset.ts';

/** People as Apollo exports them. */
export const preset: Preset = {
  name: 'apollo',
  label: 'Apollo',
  marks: ['first name', 'company name for emails|apollo contact id|apollo account id', 'person linkedin url|email status|departments'],
  columns: {
    'first name': 'firstName', 'last name': 'lastName', title: 'title', 'company|company name': 'company', 'company name for emails': '', email: 'email',
    'secondary email|tertiary email': 'email', 'work direct phone': 'phone', 'mobile phone': 'phone', 'home phone|other phone': 'phone', 'corporate phone': 'companyPhone',
    'company phone': 'companyPhone', 'employees|number of employees': 'companySize', industry: 'companyIndustry', keywords: '', 'person linkedin url': 'linkedin', website: 'companyWebsite',
    'company linkedin url': 'companyLinkedin', 'facebook url|twitter url': 'companyProfile', city: 'city', state: 'state', country: 'country', 'company address': '',
    'company city': 'companyCity', 'company state': 'companyState', 'company country': 'companyCountry', 'seo description|short description': 'companyAbout',
    technologies: 'companyTechnologies', 'annual revenue': 'companyRevenue', lists: 'lists', stage: 'stage', 'last contacted': 'lastContactedAt', 'do not call': 'doNotCall',
    'email status|primary email source|email confidence|seniority|departments|sub departments|contact owner|account owner|total funding|latest funding|latest funding amount|last raised at|subsidiary of|email sent|email open|email bounced|replied|demoed|number of retail locations|apollo contact id|apollo account id|primary email catch all status|primary email last verified at|secondary email source|secondary email status|tertiary email source|primary intent topic|primary intent score': '',
  },
  leadSource: 'purchased list',
};
