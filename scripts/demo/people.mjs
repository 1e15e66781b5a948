// Fictional people in varied roles; the first is the one that most tests meet. Their companies live at example domains.

/** A face of our own making: initials on a colour, as an SVG picture. */
export function face(person) {
  const hue = [...person.slug].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 360, 7);
  const letters = person.name.replace(/[^\p{L}\s]/gu, '').trim().split(/\s+/).map((word) => [...word][0]).filter(Boolean).slice(0, 2).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="200" height="200"><rect width="100" height="100" fill="hsl(${hue} 45% 62%)"/><circle cx="50" cy="40" r="18" fill="hsl(${hue} 40% 85%)"/><path d="M14 100a36 36 0 0 1 72 0z" fill="hsl(${hue} 40% 85%)"/><text x="50" y="94" font-family="sans-serif" font-size="16" text-anchor="middle" fill="hsl(${hue} 60% 25%)">${letters}</text></svg>`;
}

const LONG = `${'Connecting people, processes and platforms; advising boards on pricing, packaging and go-to-market; mentor, angel, speaker, '.repeat(4).slice(0, 392)}and more`;

export const people = [
  { slug: 'ada-example', name: 'Ada Example', pronouns: 'She/Her', headline: 'VP of Sales at Northwind Example', title: 'VP of Sales', company: 'Northwind Example', companyId: '90001', domain: 'northwind.example', school: 'Example Institute of Technology', location: 'Berlin, Germany', about: 'I run a team of forty that sells logistics software to mid-sized manufacturers. Currently rebuilding how we prospect.', website: 'https://ada.example/', past: [{ title: 'Head of Inside Sales', company: 'Contoso Example', dates: 'Jan 2019 - Feb 2023 · 4 yrs 2 mos' }], since: 'Mar 2023 - Present · 3 yrs 9 mos', github: 'ada-example' },
  { slug: 'bo-sample-cto', name: 'Bo Sample', headline: 'CTO, Fabrikam Example | Distributed systems', title: 'CTO', company: 'Fabrikam Example', companyId: '90002', domain: 'fabrikam.example', school: 'Sample University', location: 'Stockholm, Sweden', about: 'Engineer first. We move 2M parcels a day.', since: 'Jun 2021 - Present · 5 yrs 6 mos', github: 'bo-sample' },
  { slug: 'carla-muestra', name: 'Carla Muestra Ñandú', pronouns: 'Ella', headline: 'Directora de Marketing en Aventura Ejemplo', title: 'Directora de Marketing', company: 'Aventura Ejemplo', companyId: '90003', domain: 'aventura.example', school: 'Universidad Ejemplo', location: 'Madrid, Community of Madrid, Spain', about: 'Marca, demanda y datos.', since: 'Sep 2020 - Present · 6 yrs 3 mos' },
  { slug: 'نور-مثال', name: 'نور الهدى مثال', headline: 'مديرة المشتريات في شركة واحة للتجارة', title: 'مديرة المشتريات', company: 'شركة واحة للتجارة', companyId: '90004', domain: 'waha.example', location: 'دبي، الإمارات العربية المتحدة', about: 'خبرة خمسة عشر عامًا في سلاسل الإمداد.', since: 'Jan 2018 - Present · 8 yrs 11 mos' },
  { slug: 'd-rocket-emoji', name: '🚀 Dana “DJ” Beispiel 👩‍🚀', headline: 'Founder 🚀 | Building in public 🛠️ | ex-Northwind Example 💙', title: 'Founder', company: 'Lift Beispiel', companyId: '90005', domain: 'lift.example', location: 'Vienna, Austria', about: '☕ → 💻 → 🚀', since: 'Feb 2025 - Present · 1 yr 10 mos' },
  { slug: 'erik-langmann', name: 'Erik Langmann', headline: LONG, title: 'Managing Partner', company: 'Tailspin Example Advisory', companyId: '90006', domain: 'tailspin.example', school: 'Example Business School', location: 'Zürich, Switzerland', about: 'Board work.', since: 'May 2012 - Present · 14 yrs 7 mos' },
  { slug: '李-示例', name: '李 示例', headline: '采购总监 @ 示例科技', title: '采购总监', company: '示例科技', companyId: '90007', domain: 'shili.example', location: 'Shenzhen, Guangdong, China', about: '供应链与数字化采购。', since: 'Apr 2019 - Present · 7 yrs 8 mos' },
  { slug: 'fatou-modele', name: 'Fatou Modèle-N’Diaye', pronouns: 'Elle/She', headline: 'Head of Procurement, Modèle Énergies', title: 'Head of Procurement', company: 'Modèle Énergies', companyId: '90008', domain: 'modele.example', school: 'École Exemple', location: 'Dakar, Senegal', about: 'Renewables, framework contracts, supplier development.', since: 'Nov 2022 - Present · 4 yrs 1 mo' },
  { slug: 'gus-student', name: 'Gus van der Voorbeeld', headline: 'Student at Voorbeeld University', school: 'Voorbeeld University', location: 'Utrecht, Netherlands' },
  { slug: 'hana-priklad', name: 'Hana Příkladová', headline: 'Sales Development Representative at Northwind Example', title: 'Sales Development Representative', company: 'Northwind Example', companyId: '90001', domain: 'northwind.example', location: 'Prague, Czechia', about: 'First in the office, last to give up.', since: 'Aug 2025 - Present · 1 yr 4 mos' },
];

/** Markup-safe text. */
export function escape(text) {
  return String(text ?? '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
