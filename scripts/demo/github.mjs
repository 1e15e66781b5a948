// A page in the shape of a GitHub user page, with fictional people.
import { escape } from './people.mjs';

export const ADDRESS = (person) => `https://github.com/${person.github}`;
export const PICTURE = (person) => `https://avatars.githubusercontent.com/u/${number(person)}?v=4`;
const number = (person) => 900_000_000 + person.github.length;

/** One user's page. */
export function githubPage(person) {
  const link = (url) => `<a rel="nofollow me" href="${escape(url)}">${escape(url)}</a>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(person.github)} (${escape(person.name)}) · GitHub</title>
<meta name="octolytics-dimension-user_id" content="${number(person)}"><meta name="octolytics-dimension-user_login" content="${escape(person.github)}">
<meta property="og:type" content="profile"><meta property="profile:username" content="${escape(person.github)}"><meta property="og:image" content="${PICTURE(person)}"><link rel="canonical" href="${ADDRESS(person)}">
<meta name="hovercard-subject-tag" content="user:${number(person)}"><style>body { max-width: 60rem; margin: 2rem auto; font: 15px/1.5 system-ui, sans-serif; } img { border-radius: 50%; } li { list-style: none; } ul { padding: 0; }</style></head>
<body class="page-profile"><div itemscope itemtype="http://schema.org/Person"><a itemprop="image" href="${PICTURE(person)}"><img class="avatar avatar-user" alt="" src="${PICTURE(person)}" width="160" height="160"></a>
<h1 class="vcard-names"><span class="p-name vcard-fullname d-block" itemprop="name">${escape(person.name)}</span> <span class="p-nickname vcard-username d-block" itemprop="additionalName">${escape(person.github)}</span></h1>
<div class="p-note user-profile-bio"><div>${escape(person.about)}</div></div>
<ul class="vcard-details"><li class="vcard-detail" itemprop="worksFor"><span class="p-org"><div>${escape(person.company)}</div></span></li><li class="vcard-detail" itemprop="homeLocation"><span class="p-label">${escape(person.location)}</span></li>${person.website ? `<li class="vcard-detail" itemprop="url">${link(person.website)}</li>` : ''}</ul></div></body></html>`;
}
