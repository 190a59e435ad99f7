// What WeChat adds to the page: a card when it is shared, and its own map for the way to a site.
(function () {
  if (!window.wx) return;

  // The server signs the address of this page (location.href without #); its secret never comes here.
  fetch('signature.json')
    .then((response) => response.json())
    .then((signature) => {
      window.wx.config({ ...signature, jsApiList: ['updateAppMessageShareData', 'updateTimelineShareData', 'openLocation'] });
    });

  document.querySelector('fp-task-list').addEventListener('fp-load', (event) => {
    const { title, tasks } = event.detail.plan;
    const card = {
      title,
      desc: `${tasks.length} 项任务`,
      link: location.href.split('#')[0],
      imgUrl: new URL('emblem.png', location.href).href,
    };
    window.wx.ready(() => {
      window.wx.updateAppMessageShareData(card);
      window.wx.updateTimelineShareData(card);
    });
  });

  document.querySelector('fp-site-map').addEventListener('fp-site-select', (event) => {
    const { name, address, location } = event.detail.site;
    // WeChat's map takes GCJ-02; a site given otherwise keeps the link on its card, which says what it is.
    if (!location || location.crs !== 'gcj02') return;
    window.wx.openLocation({ latitude: location.lat, longitude: location.lng, name, address, scale: 16 });
  });
})();
