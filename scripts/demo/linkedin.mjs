// A page in the shape of LinkedIn's logged-in profile of 2026, made from what is known of its structure, with fictional people.
import { escape, people } from './people.mjs';

export const ADDRESS = (person) => new URL(`https://www.linkedin.com/in/${person.slug}/`).href;
export const PICTURE = (person) => `https://media.licdn.com/dms/image/v2/demo-${encodeURIComponent(person.slug)}/profile-displayphoto-shrink_400_400/0/1`;
const CARD = 'com.linkedin.sdui.profile.card.ref';

/** The stable id that the site gives this person. */
export const profileId = (person) => `ACoAADemo${Buffer.from(person.slug).toString('hex').slice(0, 20)}`;

function main(person) {
  const card = (name) => `componentkey="${CARD}${profileId(person)}${name}"`;
  const line = [person.company, person.school].filter(Boolean);
  const job = ({ title, company, dates, companyId }) => `<li><a href="https://www.linkedin.com/company/${companyId ?? '90000'}/"><p>${escape(title)}</p><p>${escape(company)} · Full-time</p><p>${escape(dates)}</p></a></li>`;
  return `
  <div data-sdui-screen="com.linkedin.sdui.flagshipnav.profile.Profile">
    <section ${card('Topcard')} class="card">
      <div class="cover"></div>
      <div aria-label="Profile photo" class="photo"><img src="${PICTURE(person)}" alt="" width="120" height="120"></div>
      <div>
        <div>
          <div><a href="${ADDRESS(person)}"><h2>${escape(person.name)}</h2></a>${person.pronouns ? `<p class="soft">${escape(person.pronouns)}</p>` : ''}<p class="soft">· 1st</p><p class="hidden">· 2nd</p></div>
          <p>${escape(person.headline)}</p>
          ${line.length ? `<p class="soft">${escape(line.join(' · '))}</p>` : ''}
          <div><p class="soft">${escape(person.location)}</p><p class="soft">·</p><p><a href="${ADDRESS(person)}overlay/contact-info/">Contact info</a></p></div>
        </div>
        ${line.map((name) => `<div role="button" tabindex="0" class="logo"><figure><svg width="24" height="24"></svg></figure><p>${escape(name)}</p></div>`).join('')}
      </div>
      ${person.website ? `<p><a href="https://www.linkedin.com/safety/go/?url=${encodeURIComponent(person.website)}&trk=demo">Visit my website</a></p>` : ''}
      <p><a class="action" href="https://www.linkedin.com/messaging/compose/?profileUrn=urn%3Ali%3Afsd_profile%3A${profileId(person)}">Message</a></p>
    </section>
    ${person.about ? `<section ${card('About')} class="card"><h2>About</h2><p><span data-testid="expandable-text-box">${escape(person.about)}</span></p></section>` : ''}
    <section ${card('ExperienceTopLevelSection')} class="card">${person.title ? `<h2>Experience</h2><ul>${[{ ...person, dates: person.since }, ...(person.past ?? [])].map(job).join('')}</ul>` : ''}</section>
    <section class="card"><h2>More profiles for you</h2><ul>${people.filter((one) => one !== person).slice(0, 4).map((one) => `<li><a href="${ADDRESS(one)}" data-soft><p>${escape(one.name)}</p><p class="soft">${escape(one.title ?? one.headline)}</p></a></li>`).join('')}</ul></section>
  </div>`;
}

/** In-page navigation as the site does it: the address first, the old person still there for a while, then the new one in pieces. */
const SCRIPT = `
  const pages = new Map(JSON.parse(document.getElementById('rehydrate').textContent));
  const workspace = document.getElementById('workspace');
  const show = async (href, push) => {
    if (push) history.pushState({}, '', href);
    await window.hold; // tests keep the old person on the screen as long as they like
    await new Promise((done) => setTimeout(done, 350));
    const next = pages.get(location.href);
    if (!next) return;
    document.title = next.title;
    await new Promise((done) => setTimeout(done, 150));
    workspace.innerHTML = '';
    await new Promise((done) => setTimeout(done, 100));
    workspace.innerHTML = next.main;
    scrollTo(0, 0);
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-soft]');
    if (link && pages.has(link.href)) { event.preventDefault(); show(link.href, true); }
  });
  addEventListener('popstate', () => show(location.href, false));`;

const STYLE = `
  body { margin: 0; font: 15px/1.45 system-ui, sans-serif; background: #f4f2ee; color: #1c1c1c; }
  header { display: flex; gap: 1rem; align-items: center; padding: .6rem 1.5rem; background: #fff; border-bottom: 1px solid #ddd; font-weight: 600; }
  header h2 { position: absolute; left: -99rem; } header p { margin: 0 0 0 auto; font-weight: 400; color: #666; }
  #workspace { max-width: 780px; margin: 1.5rem auto; } .card { background: #fff; border: 1px solid #ddd; border-radius: 10px; padding: 1rem 1.5rem; margin-bottom: 1rem; overflow-wrap: anywhere; } .card:empty { display: none; }
  .cover { height: 90px; margin: -1rem -1.5rem 0; background: linear-gradient(120deg, #bcd, #9ab); border-radius: 10px 10px 0 0; } .photo img { margin-top: -60px; border: 4px solid #fff; border-radius: 50%; background: #eee; }
  h2 { margin: .3rem 0; font-size: 1.35rem; } p { margin: .2rem 0; } a { color: inherit; text-decoration: none; } .soft { color: #666; } .hidden { display: none; }
  .logo { display: flex; gap: .5rem; align-items: center; } .logo figure { margin: 0; background: #ddd; } .action { display: inline-block; padding: .3rem 1.1rem; border-radius: 99px; background: #0a5fb4; color: #fff; } ul { list-style: none; padding: 0; } li { padding: .4rem 0; }`;

/** One person's page, carrying the others for in-page navigation. */
export function linkedinPage(person) {
  const pages = people.map((one) => [ADDRESS(one), { title: `${one.name} | LinkedIn`, main: main(one) }]);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(person.name)} | LinkedIn</title><meta name="como-pk" content="d_flagship3_profile_view_base"><meta name="robots" content="noindex"><style>${STYLE}</style></head>
<body><header>Demo network <h2 data-testid="toasts-title">0 notifications</h2><p>fictional people, served on your machine</p></header><main id="workspace">${main(person)}</main>
<script type="application/json" id="rehydrate">${JSON.stringify(pages).replaceAll('<', '\\u003c')}</script><script>${SCRIPT}</script></body></html>`;
}
