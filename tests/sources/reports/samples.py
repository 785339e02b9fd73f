"""One small report of each kind and layout, made up: names, codes and sums are fictional."""

from collections.abc import Mapping
from typing import Final

TUNECORE: Final = """\
Sales Period,Posted Date,Store Name,Country Of Sale,Artist,Release Type,Release Title,Song Title,\
Label,UPC,Optional UPC,TC Song ID,Optional ISRC,Sales Type,# Units Sold,Per Unit Price,Net Sales,\
Net Sales Currency,Exchange Rate,Total Earned,Currency
2026-04-01,2026-06-01,Spotify,US,Umibe no Denwa,Album,Shiosai,Yoru no Kagi,Namioto,\
4900000000009,,TCAAA2600001,JPZZ02600001,Streaming,"1,200",0.003,3.6,USD,0.79,2.844,GBP
2026-04-01,2026-06-01,iTunes,JP,Umibe no Denwa,Album,Shiosai,,Namioto,4900000000009,,,,Download,\
2,9.99,19.98,USD,0.79,15.7842,GBP
"""
DISTROKID_1: Final = """\
Reporting Date\tSale Month\tStore\tArtist\tTitle\tISRC\tUPC\tQuantity\tTeam Percentage\t\
Song/Album\tCountry of Sale\tSongwriter Royalties Withheld\tEarnings (USD)
2026-06-08\t2026-04\tSpotify\tCafé Nami\t"Heroes" Again\tJPZZ02600001\t4900000000009\t12\t100\t\
Song\tTW\t0\t0.0412
2026-06-08\t2026-04\tiTunes\tCafé Nami\tShiosai\t\t4900000000009\t1\t100\tAlbum\tOU\t0\t6.3
2026-06-02\t2026-03\tYouTube (Ads)\tCafé Nami\tYoru\tJPZZ02600001\t\t7\t100\tSong\tUS\t0\t0.0004
"""
DISTROKID_4: Final = """\
"Date Inserted","Reporting Date","Sale Month","Store","Artist","Title","ISRC","UPC","Quantity",\
"Team Percentage","Source Type","Country of Sale","Songwriter Royalties Withheld (USD)",\
"Earnings (USD)","Recoup (USD)"
"2026-06-09","2026-06-08","2026-04","Deezer","Nami","Yoru, Again","JPZZ02600001","4900000000009",\
"1500","50","Song","FR","0.00000","4.1","0"
"""
CD_BABY: Final = (
    "Report Date\tSales Date\tQuantity\tPrice\tSubtotal\tIsrc\tBarcode\tCDBabySku\tAlbum Name\t"
    "Artist Name\tTrack Name\tPartner Name\tTransaction Type\tDelivery Country\r\n"
    "6/15/2026 12:00:00 AM\t4/30/2026 12:00:00 AM\t3\t0.004\t0.012\tjpzz02600001\t"
    '"4900000000009"\tnami1\tShiosai\tNami\tYoru\tDeezer\tStream\tDE\r\n'
)
BELIEVE: Final = """\
"Reporting month";"Sales Month";"Platform";"Country / Region";"Label Name";"Artist Name";\
"Release title";"Track title";"UPC";"ISRC";"Release Catalog nb";"Streaming Subscription Type";\
"Release type";"Sales Type";"Quantity";"Client Payment Currency";"Unit Price";"Mechanical Fee";\
"Gross Revenue";"Client share rate";"Net Revenue"
"2026/06/01";"2026/04/01";"Spotify";"France";"Namioto";"Nami";"Shiosai";"Yoru";"4900000000009";\
"JPZZ02600001";"NM-1";"Premium";"Music Release";"Streaming";"1200";"EUR";"0,00312";"0";"3,744";\
"0,75";"2,808"
"2026/06/01";"2026/04/01";"iTunes";"Corée du Nord?";"Namioto";"Nami";"Shiosai";"Yoru";\
"4900000000009";"JPZZ02600001";"NM-1";"";"Music Release";"Download";"1";"EUR";"0,7";"0";"0,7";\
"0,75";"0,525"
"""
ORCHARD_OLD: Final = """\
Period;Activity Period;DMS;Territory;Orchard UPC;Manufacturer UPC;Project Code;Product Code;\
Subaccount;Imprint Label;Artist Name;Product Name;Track Name;Track Artist;ISRC;Volume;Track;\
Trans Type;Trans Type Description;Unit Price;Discount;Price;Quantity;Total;Adjusted Total;\
Split Rate;Label Share Net Receipts;Preferred Currency
2026M06;2026M04;Spotify;USA;4900000000009;;;NM-1;;Namioto;Nami;Shiosai;Yoru;Nami;JPZZ02600001;1;2;\
S;Streams;0,003;0;0,003;1.200;3,6;3,6;0,8;2,88;EUR
2026M06;2026M05;Spotify;Spain;4900000000009;;;NM-1;;Namioto;Nami;Shiosai;Yoru;Nami;JPZZ02600001;1;\
2;S;Streams;0,003;0;0,003;10;0,03;0,03;0,8;0,024;EUR
"""
ORCHARD_NEW: Final = """\
STATEMENT PERIOD,ORIGINAL STATEMENT PERIOD,SALE START DATE,SALE END DATE,SALE COUNTRY,STORE,\
PRODUCT ARTIST,PRODUCT,TRACK ARTIST,TRACK,TRACK VERSION,DISPLAY UPC,ISRC,TRANSACTION TYPE,\
TRANSACTION SUBTYPE,QUANTITY,NET SHARE ACCOUNT CURRENCY,ACCOUNT CURRENCY
Jun 2026,Jun 2026,2026-04-01,2026-04-30,United States,Spotify,Nami,Shiosai,Nami,Yoru,,\
4900000000009,JPZZ02600001,Streams,Premium,1200,2.88,USD
Jun 2026,Apr 2026,,,Japan,LINE MUSIC,Nami,Shiosai,Nami,Yoru,,4900000000009,JPZZ02600001,\
Streams,,7,0.05,USD
"""
CARGO: Final = """\
Royalty ID,Asset ISRC,Asset Title,Asset Version,Asset Artist,Asset Duration,Reported Royalty,\
Asset/Product,Territory,Quantity,Sale Type,Sale User Type,Sale Start date,Sale End date,\
Sale Store Name,DSP,Currency,Product Title,Product Artist,Product UPC
1,JPZZ02600001,Yoru,,Nami,225,0.00139510587933175,Asset,GB,1,Streaming,Family plan,2026-04-01,\
2026-04-30,Spotify,Spotify,GBP,Shiosai,Nami,4900000000009
2,JPZZ02600001,Yoru,,Nami,225,0.00139510587933175,Asset,GB,1,Streaming,Family plan,2026-04-01,\
2026-04-30,Spotify,Spotify,GBP,Shiosai,Nami,4900000000009
"""
APPLE: Final = """\
Start Date\t04/01/2026
End Date\t04/30/2026
Report Type\tApple Music
Currency\tJPY
Storefront Name\tApple Identifier\tMembership Type\tQuantity\tNet Royalty\tNet Royalty Total\t\
ISRC\tItem_Title\tItem_Artist\tItem Type\tMedia Type\tVendor Identifier\tOffline Indicator\t\
Label/Studio/Network\tGrid
US\t123\tIndividual\t10\t.021330\t.213300\tJPZZ02600001\t7" Yoru\tNami\t1\tMusic\tJPZZ02600001\t\
0\tNamioto\t
TW\t123\tStudent\t4\t.01\t.04\tJPZZ02600001\tYoru\tNami\t1\tMusic\tJPZZ02600001\t0\tNamioto\t
Total_Rows\t2
Total_Units\t15
"""
ITUNES: Final = """\
Start Date\tEnd Date\tUPC\tISRC/ISBN\tVendor Identifier\tQuantity\tPartner Share\t\
Extended Partner Share\tPartner Share Currency\tSales or Return\tApple Identifier\t\
Artist/Show/Developer/Author\tTitle\tLabel/Studio/Network/Developer/Publisher\tGrid\t\
Product Type Identifier\tISAN/Other Identifier\tCountry Of Sale\tPre-order Flag\tPromo Code\t\
Customer Price\tCustomer Currency
04/01/2026\t04/28/2026\t\tJPZZ02600001\tJPZZ02600001\t3\t0.7\t2.1\tUSD\tS\t9\tNami\tYoru\tNamioto\t\t\
S\t\tUS\t\t\t0.99\tUSD
04/01/2026\t04/28/2026\t4900000000009\t\tN1\t1\t7\t7\tUSD\tR\t9\tNami\tShiosai\tNamioto\t\tA\t\tUS\t\
\t\t9.99\tUSD
Total_Rows\t2
Total_Units\t2
Total_Amount\t-4.90
"""
SPOTIFY_LICENSOR: Final = """\
Format version\tStart date\tEnd date\tSender\tRecipient\tDisclaimer
2\t2026-04-01\t2026-04-30\tSpotify\tNamioto\tConfidential

Country\tLabel\tProduct\tURI\tUPC\tEAN\tISRC\tTrack name\tArtist name\tComposer name\tAlbum name\t\
Quantity\tUSD Payable
ID\tNamioto\tSpotify Premium\tspotify:track:1\t\t4900000000009\tJPZZ02600001\tYoru\tNami\t\t\
Shiosai\t120\t0.36
\tNamioto\tSpotify Free\tspotify:track:1\t\t4900000000009\tJPZZ02600001\tYoru\tNami\t\t\
Shiosai\t5\t0.002
"""
SONGS: Final = """\
song,listeners,streams,saves,release_date
Yoru no Kagi,10,120,4,2025-04-01
Total,1,2,0,2026-01-01
"""
AUDIENCE: Final = """\
date,listeners,monthly listeners,monthly active listeners,super listeners,streams,playlist adds,\
saves,followers
2026-04-01,10,300,40,3,25,2,1,900
2026-04-02,12,301,41,3,31,0,2,901
"""
SONG: Final = "date,streams\n2026-04-01,120\n2026-04-02,131\n"
STUDIO_JA: Final = """\
コンテンツ,動画のタイトル,動画公開時刻,長さ,エンゲージ ビュー,視聴回数,総再生時間（単位: 時間）,\
平均視聴時間,平均視聴率 (%),チャンネル登録者,推定収益 (JPY),インプレッション数,\
インプレッションのクリック率 (%)
合計,,,,"1,400","1,500",100.5,0:04:00,40.1,12,350.25,"20,000",5.2
abcdefghijk,"夜の鍵, MV","Apr 1, 2026",225,"1,000","1,000",70.0,0:04:12,42.0,10,250.25,"12,000",6.1
-mnopqrs-_v,海辺の電話,"Apr 8, 2026",180,400,500,30.5,0:03:40,45.8,2,100,"8,000",
"""
STUDIO_EN: Final = """\
Geography,Views,Watch time (hours),Average view duration
Total,"1,600",80,0:03:00
JP,"1,000",50.5,0:03:02
US,500,29.5,0:03:32
"""
STUDIO_DAYS: Final = "日付,視聴回数\n2026-04-01,120\n2026-04-02,131\n"
STUDIO_CHART: Final = """\
Date,Content,Video title,Video publish time,Duration,Views
2026-04-01,abcdefghijk,Yoru,"Apr 1, 2026",225,10
2026-04-02,abcdefghijk,Yoru,"Apr 1, 2026",225,12
"""
REPORTING: Final = """\
date,channel_id,video_id,live_or_on_demand,subscribed_status,country_code,engaged_views,views,\
comments,likes,dislikes,shares,watch_time_minutes,average_view_duration_seconds
20260401,UCabcdefghijklmnopqrstuv,abcdefghijk,on_demand,subscribed,JP,9,10,0,1,0,0,25.5,120
20260401,UCabcdefghijklmnopqrstuv,abcdefghijk,ON_DEMAND,not_subscribed,ZZ,1,1,0,0,0,0,1.25,75
"""
REPORTING_ASSET: Final = """\
date,channel_id,video_id,asset_id,claimed_status,uploader_type,live_or_on_demand,subscribed_status,\
country_code,views,watch_time_minutes
20260401,UCabcdefghijklmnopqrstuv,abcdefghijk,A123456789012345,claimed,thirdParty,on_demand,\
subscribed,TH,44,80
"""
REPORTING_ASSETS: Final = """\
asset_id,custom_id,approx_daily_views,asset_type,asset_title,artist,album,label,upc,display_isrc,\
your_isrc,other_isrc
A123456789012345,,250,SOUND_RECORDING,Yoru,Nami,Shiosai,Namioto,4900000000009,JPZZ02600001,,
"""
JP: Final = """\
2026年6月度 印税計算書
支払先,波音レコード
ISRC,原盤/アルバムコード,楽曲名,アーティスト名,サービス名,利用月,アルバム名,レーベル名,数量,販売単価,\
販売売上合計,分配料率,原盤使用料合計,著作権使用料単価,手数料,総支払額,配信区分
JPZZ02600001,NM-1,夜の鍵,海辺の電話,レコチョク,2026年4月,潮騒,波音,１２０,250,30000,60,18000,0,0,"¥18,000",\
ダウンロード
JPZZ02600001,NM-1,夜の鍵,海辺の電話,LINE MUSIC,2026年4月,潮騒,波音,"1,000",0.4,400,60,240,0,0,\
240.5,ストリーミング
,,,,,小計,,,"1,120",,,,,,,18240.5,
合計,,,,,,,,"1,120",,,,,,,18240.5,
"""
DSR: Final = """\
HEAD\tdsrf/30\tBasicAudioProfile\t1.2\tM1\t2026-05-20T10:00:00Z\t1\t1\t2026-04\t2026-04\t\
PADPIDA0000000001X\tNamioto Music\tPremium\tPADPIDA0000000002Y\tLabel\t
SY02.02\t1\t\t\tSubscriptionModel\tOnDemandStream\tTH\tPremium\t1000\t\tTHB\t40
SY02.02\t2\t\t\tSubscriptionModel\tOnDemandStream\tLA\tPremium\t10\t\tTHB\t1
AS01.01\t1\tR1\tD1\tJPZZ02600001\tYoru \\| Asa\t\tNami\t\tPT3M45S\tSoundRecording
SU02\t1\t1\tT1\t\tR1\ttrue\t120
SU02\t1\t2\tT2\t\tR1\ttrue\t7
AS01.01\t2\tR1\tD2\t\tNo code\t\tNami\t\tPT0S\tSoundRecording
SU02\t2\t1\tT3\t\tR1\ttrue\t3
FOOT\t9\t9\t2\t2\t2
"""
CATALOGUE: Final = """\
ISRC,曲名,アーティスト名,アルバム名,JANコード,品番,発売日,配信地域
JPZZ02600001,夜の鍵,海辺の電話,潮騒,4900000000009,NM-1,2026-04-01,全世界
"""

#: Reader, layout's file name, text.
SAMPLES: Final[tuple[tuple[str, str, str], ...]] = (
    ("tunecore", "tunecore.csv", TUNECORE),
    ("distrokid", "distrokid.tsv", DISTROKID_1),
    ("distrokid", "distrokid.csv", DISTROKID_1.replace('"', "").replace("\t", ",")),
    ("distrokid", "new/distrokid.csv", DISTROKID_4),
    ("distrokid", "new/distrokid.tsv", DISTROKID_4.replace('","', '"\t"')),
    ("cd-baby", "cdbaby.txt", CD_BABY),
    ("believe", "believe.csv", BELIEVE),
    ("the-orchard", "orchard.csv", ORCHARD_OLD),
    ("the-orchard", "orchard-new.csv", ORCHARD_NEW),
    ("cargo", "cargo.csv", CARGO),
    ("apple-music-s1", "S1_80000000_0426_JP.txt", APPLE),
    ("itunes-financial", "80000000_0426_US.txt", ITUNES),
    ("spotify-licensor", "spotify.txt", SPOTIFY_LICENSOR),
    ("spotify-for-artists", "Nami-songs-28day.csv", SONGS),
    ("spotify-for-artists", "Nami-audience-timeline.csv", AUDIENCE),
    ("spotify-for-artists", "Yoru no Kagi-timeline.csv", SONG),
    ("youtube-studio", "コンテンツ 2026-04-01_2026-05-01 波音.zip!/表データ.csv", STUDIO_JA),
    ("youtube-studio", "Geography 2026-04-01_2026-05-01 Nami/Table data.csv", STUDIO_EN),
    ("youtube-studio", "コンテンツ 2026-04-01_2026-05-01 波音/合計.csv", STUDIO_DAYS),
    ("youtube-studio", "Content 2026-04-01_2026-05-01 Nami/Chart data.csv", STUDIO_CHART),
    ("youtube-reporting", "channel_basic_a3.csv", REPORTING),
    ("youtube-reporting", "content_owner_asset_basic_a3.csv", REPORTING_ASSET),
    ("youtube-reporting", "content_owner_asset_a3-20260402.csv", REPORTING_ASSETS),
    ("jp-royalty", "印税.csv", JP),
    ("ddex-dsr", "DSR_1of1.tsv", DSR),
)

#: Every reader of reports with its first sample.
FIRST: Final[Mapping[str, tuple[str, str]]] = {
    reader: (name, text) for reader, name, text in reversed(SAMPLES)
}
