import { words } from './language.ts'

/** What lies beneath the county's own layers on the map. */
export const groundWords = words(
  {
    ground: '底图',
    backdrops: { own: '本县底图', vec: '天地图矢量', img: '天地图影像' },
    needsConnection: '天地图需要联网。',
    creditOpenStreetMap: '© OpenStreetMap 贡献者',
    creditTianditu: '天地图 国家地理信息公共服务平台',
    kept: {
      none: '本县还没有底图，或尚未下载。',
      fetching: '正在下载底图…',
      kept: '底图已存在手机里，没有信号也能看。',
      'too-big': '底图超过 30 MB，不自动存到手机；联网时可看。',
      'no-room': '手机空间不足，底图没有存下；联网时可看，隐患和照片不受影响。',
    },
  },
  {
    ground: 'Base map',
    backdrops: { own: 'County’s own', vec: 'Tianditu map', img: 'Tianditu imagery' },
    needsConnection: 'Tianditu needs a connection.',
    creditOpenStreetMap: '© OpenStreetMap contributors',
    creditTianditu: 'Tianditu, National Platform for Common Geospatial Information Services',
    kept: {
      none: 'The county has no base map yet, or it has not been fetched.',
      fetching: 'The base map is being fetched…',
      kept: 'The base map is kept here and drawn without any signal.',
      'too-big': 'The base map is larger than 30 MB and is not kept here by itself; it shows while connected.',
      'no-room':
        'This device is full, so the base map is not kept; it shows while connected. Hazards and photos are safe.',
    },
  },
)
