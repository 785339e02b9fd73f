"""Words that titles and names are made of, each with its reading, its Latin form and its sense."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A Japanese word: as written, in katakana, in Hepburn spelled by kana, and in English."""

    native: str
    kana: str
    latin: str
    english: str


def _parse(lines: str) -> tuple[Word, ...]:
    rows = (line.split("|") for line in lines.strip().splitlines())
    return tuple(Word(*(cell.strip() for cell in row)) for row in rows)


NOUNS = _parse("""
灯台|トウダイ|Toudai|Lighthouse
夜明け|ヨアケ|Yoake|Daybreak
潮騒|シオサイ|Shiosai|Surf Roar
水平線|スイヘイセン|Suiheisen|Skyline
星屑|ホシクズ|Hoshikuzu|Stardust
路面電車|ロメンデンシャ|Romen Densha|Streetcar
夕凪|ユウナギ|Yuunagi|Evening Calm
金魚|キンギョ|Kingyo|Goldfish
風鈴|フウリン|Fuurin|Wind Chime
蜃気楼|シンキロウ|Shinkirou|Mirage
観覧車|カンランシャ|Kanransha|Ferris Wheel
紙飛行機|カミヒコウキ|Kami Hikouki|Paper Plane
雨傘|アマガサ|Amagasa|Old Umbrella
月光|ゲッコウ|Gekkou|Moonlight
万華鏡|マンゲキョウ|Mangekyou|Kaleidoscope
羅針盤|ラシンバン|Rashinban|Compass
砂時計|スナドケイ|Sunadokei|Hourglass
子午線|シゴセン|Shigosen|Meridian
雪解け|ユキドケ|Yukidoke|Spring Thaw
流星|リュウセイ|Ryuusei|Shooting Star
影法師|カゲボウシ|Kageboushi|Silhouette
花火|ハナビ|Hanabi|Fireworks
迷路|メイロ|Meiro|Labyrinth
電波塔|デンパトウ|Denpatou|Radio Mast
鉄橋|テッキョウ|Tekkyou|Iron Bridge
海岸通り|カイガンドオリ|Kaigandoori|Seaside Street
珊瑚|サンゴ|Sango|Coral
鯨|クジラ|Kujira|Whale
鴎|カモメ|Kamome|Seagull
毛布|モウフ|Moufu|Blanket
手紙|テガミ|Tegami|Letter
切符|キップ|Kippu|Ticket
地図|チズ|Chizu|Map
終電|シュウデン|Shuuden|Last Train
自転車|ジテンシャ|Jitensha|Bicycle
望遠鏡|ボウエンキョウ|Bouenkyou|Telescope
温室|オンシツ|Onshitsu|Greenhouse
標本|ヒョウホン|Hyouhon|Specimen
歩道橋|ホドウキョウ|Hodoukyou|Footbridge
水槽|スイソウ|Suisou|Fish Tank
氷菓|ヒョウカ|Hyouka|Ice Candy
天文台|テンモンダイ|Tenmondai|Observatory
渡り鳥|ワタリドリ|Wataridori|Migrant Bird
銀河|ギンガ|Ginga|Galaxy
冬空|フユゾラ|Fuyuzora|Winter Sky
春雷|シュンライ|Shunrai|Spring Thunder
夏草|ナツクサ|Natsukusa|Summer Grass
向日葵|ヒマワリ|Himawari|Sunflower
紫陽花|アジサイ|Ajisai|Hydrangea
鈴蘭|スズラン|Suzuran|Lily Bell
白昼夢|ハクチュウム|Hakuchuumu|Daydream
波紋|ハモン|Hamon|Ripple Rings
余韻|ヨイン|Yoin|Afterglow
約束|ヤクソク|Yakusoku|Promise
秘密基地|ヒミツキチ|Himitsu Kichi|Secret Hideout
宝石|ホウセキ|Houseki|Jewel Stones
深海魚|シンカイギョ|Shinkaigyo|Deep Sea Fish
人魚|ニンギョ|Ningyo|Mermaid
少年|ショウネン|Shounen|Boy
少女|ショウジョ|Shoujo|Girl
旅人|タビビト|Tabibito|Traveller
郵便局|ユウビンキョク|Yuubinkyoku|Post Office
喫茶店|キッサテン|Kissaten|Coffee House
映画館|エイガカン|Eigakan|Film Theatre
踏切|フミキリ|Fumikiri|Level Crossing
信号|シンゴウ|Shingou|Traffic Light
坂道|サカミチ|Sakamichi|Steep Street
公園|コウエン|Kouen|Park Bench
屋上|オクジョウ|Okujou|Rooftop
階段|カイダン|Kaidan|Stairway
噴水|フンスイ|Funsui|Fountain
桟橋|サンバシ|Sanbashi|Pier
漂流船|ヒョウリュウセン|Hyouryuusen|Drifting Ship
防波堤|ボウハテイ|Bouhatei|Breakwater
天窓|テンマド|Tenmado|Skylight
合鍵|アイカギ|Aikagi|Spare Key
写真|シャシン|Shashin|Photograph
日記|ニッキ|Nikki|Diary
鉛筆|エンピツ|Enpitsu|Pencil
制服|セイフク|Seifuku|School Uniform
放課後|ホウカゴ|Houkago|After School
蝉時雨|セミシグレ|Semishigure|Cicada Rain
入道雲|ニュウドウグモ|Nyuudougumo|Thunderhead
夕立|ユウダチ|Yuudachi|Evening Shower
天気雨|テンキアメ|Tenkiame|Sun Shower
朝霧|アサギリ|Asagiri|Morning Mist
初雪|ハツユキ|Hatsuyuki|First Snow
木枯らし|コガラシ|Kogarashi|Wintry Wind
三日月|ミカヅキ|Mikazuki|Crescent
極光|キョッコウ|Kyokkou|Northern Light
惑星|ワクセイ|Wakusei|Planet
彗星|スイセイ|Suisei|Comet
引力|インリョク|Inryoku|Gravity
速度|ソクド|Sokudo|Speed
残像|ザンゾウ|Zanzou|Lasting Image
輪郭|リンカク|Rinkaku|Outline
体温|タイオン|Taion|Body Heat
""")

KANA = _parse("""
さざなみ|サザナミ|Sazanami|Rippling
こもれび|コモレビ|Komorebi|Sunlit
ゆらゆら|ユラユラ|Yurayura|Swaying
ひとりごと|ヒトリゴト|Hitorigoto|Whispered
かくれんぼ|カクレンボ|Kakurenbo|Hidden
しゃぼんだま|シャボンダマ|Shabondama|Bubbling
まどろみ|マドロミ|Madoromi|Dozing
うたたね|ウタタネ|Utatane|Napping
なつやすみ|ナツヤスミ|Natsuyasumi|Summer Break
おまじない|オマジナイ|Omajinai|Enchanted
""")


def _loans(pairs: str) -> tuple[Word, ...]:
    split = (pair.split("|") for pair in pairs.split())
    return tuple(Word(native, "", "", english) for native, english in split)


#: Katakana that is English: what it says, and the English it spells. None reads as romaji.
LOANS = _loans("""
サンダー|Thunder ペーパー|Paper ランタン|Lantern シグナル|Signal ミッドナイト|Midnight
フェリー|Ferry マーブル|Marble ガーデン|Garden スロー|Slow サブマリン|Submarine
キャンドル|Candle ストリート|Street ブルー|Blue プラネット|Planet レコード|Record
サテライト|Satellite ウィンドウ|Window クリスタル|Crystal スワン|Swan ハーバー|Harbour
チェリー|Cherry トワイライト|Twilight マーメイド|Mermaid ストーム|Storm
エレベーター|Elevator フラワー|Flower ラジオ|Radio クラウド|Cloud
""")
