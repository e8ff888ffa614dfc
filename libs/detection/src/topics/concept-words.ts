/**
 * Words that mean nearly the same when one says what one wants, one concept a line: English, Swedish, German, and Chinese in
 * words of one or two characters. Written for conversations with a company in general, for no set of topics.
 */
export const CONCEPT_WORDS = `
buy purchase order acquire bought shop|köpa köp köpte köpt beställa beställning|kaufen gekauft kauf bestellen bestellung bestellt|买 购
sell sold|sälja sålde|verkaufen verkauft|卖
pay paid payment paying|betala betalning betalat|zahlen bezahlen zahlung bezahlt|付
money cash fund|pengar kontanter|geld bargeld|钱
cost price fee charge rate expensive much|kosta kostar pris avgift|kosten kostet preis gebühr gebühren|费 价
refund reimburse repay chargeback|återbetalning återbetala|erstattung rückzahlung erstatten rückerstattung|退
cancel abort stop terminate undo revert|avbryta avboka avsluta|stornieren kündigen abbrechen storno kündigung|取
card visa mastercard debit|kort kortet|karte kreditkarte|卡
account profile|konto kontot|konto kontos|账 户
transfer send wire sent move|överföra överföring skicka|überweisen überweisung senden|转
receive get got arrive come obtain|få fick komma kommit|bekommen erhalten angekommen|收
lose lost missing misplace gone vanish disappear find where|borta tappat tappade förlorat|verloren weg verschwunden|丢
steal stolen stole thief theft robbed fraud scam fraudulent suspicious|stulen stöld bedrägeri|gestohlen diebstahl betrug|偷 盗 骗
break broke broken crack damage defect bent snapped ruined|trasig sönder skadad|kaputt defekt beschädigt|坏
fix repair mend troubleshoot service|laga reparera|reparieren beheben|修
change modify alter update edit adjust switch replace|ändra byta uppdatera|ändern wechseln aktualisieren|改 换
new another replacement fresh|ny nytt nya|neu neue neuen neues|新
delete remove erase clear drop|radera|löschen entfernen|删
add include insert put append|lägga lägg|hinzufügen ergänzen|加
make create set start begin open build setup|skapa starta öppna|erstellen anlegen eröffnen starten|开
close shut end finish|stänga stängt|schließen geschlossen|关
show display view see look check tell give list|visa se kolla|zeigen anzeigen sehen prüfen|看 查
know find learn understand explain mean definition meaning|veta förstå betyder|wissen verstehen bedeutet erklären|知
help assist support aid|hjälp hjälpa|hilfe helfen|帮
big large high increase raise up more higher grow louder|öka höja mer|erhöhen mehr höher|高 增
small low decrease reduce lower down less quieter smaller|minska sänka mindre|senken weniger reduzieren|低 减
limit maximum max cap most|gräns maximal|limit grenze höchstbetrag|限
minimum least min lowest|minst lägsta|mindest mindestens|最
balance total remaining left amount have|saldo summa|saldo betrag kontostand guthaben|余
bill invoice statement|räkning faktura|rechnung|账单
due deadline owe|förfaller skyldig|fällig schulde|期
income salary wage earn earning paycheck payroll|lön inkomst|gehalt lohn einkommen|工资
tax taxes irs|skatt|steuer steuern|税
credit loan borrow lend mortgage debt|lån låna kredit|kredit darlehen|贷
interest apr apy rate percent yield|ränta räntan|zinsen zinssatz|利
save deposit saving|spara insättning|sparen einzahlen einzahlung|存
withdraw withdrawal atm cashpoint|uttag|abheben geldautomat|取
currency dollar euro pound exchange convert conversion yen rupee|valuta växla|währung wechselkurs umtausch|币 汇
pin password passcode code login|lösenord kod|passwort kennwort geheimzahl|密码
identity verify verification prove id confirm|identitet verifiera bekräfta|identität bestätigen verifizieren|证
phone mobile cell cellphone smartphone iphone|telefon mobil|handy telefon|电话 手机
call dial ring contact|ringa kontakta|anrufen kontaktieren|打
message text sms mail email note|meddelande sms mejl|nachricht mail|信
trip travel journey vacation tour visit abroad|resa resor semester utomlands|reise reisen urlaub ausland|旅
vacation holiday pto leave dayoff off|semester ledighet ledig|urlaub frei|假
fly flight plane airline airport|flyg flyget|flug flugzeug|飞
hotel motel room stay lodging|hotell rum|hotel zimmer|酒店
book reserve reservation booking schedule appointment arrange|boka bokning tid|buchen reservieren reservierung termin|订 约
meet meeting conference|möte|treffen besprechung|会
restaurant diner bistro dine|restaurang|restaurant|餐
eat food meal dinner lunch breakfast supper dish|mat äta middag lunch frukost|essen gericht mahlzeit|吃 饭
cook bake recipe prepare make|laga recept|kochen backen rezept|煮
ingredient contain inside consist|ingrediens innehåller|zutat zutaten enthält|料
healthy nutrition nutritional calorie fat protein vitamin carb sugar|näring kalorier|nährwert kalorien|养
good great best nice recommend suggest suggestion recommendation idea|bra bäst rekommendera|gut beste empfehlen|好
bad wrong incorrect error mistake fail failed failure declined reject|fel dålig nekad|falsch fehler abgelehnt|错
work function working operate|fungerar funka|funktioniert geht|用
car vehicle auto automobile truck|bil bilen|auto wagen|车
gas fuel petrol gasoline tank|bensin|benzin tanken|油
tire tyre wheel|däck|reifen|胎
drive route direction navigate way road gps|köra väg|fahren weg|路
traffic jam congestion busy crowded wait|trafik kö|verkehr stau|堵
taxi cab uber lyft ride|taxi|taxi|出租
far distance mile kilometer long away|långt avstånd|weit entfernung|远
time clock hour minute second when|tid klocka när|zeit uhr wann|时
day date today tomorrow week month|dag datum|tag datum|日 天
quick fast soon speed rapid slow slower faster|snabb snart|schnell bald|快
late delay wait pending still yet long|sen försenad vänta|spät verspätet warten|晚
remind reminder remember|påminn påminnelse|erinnern erinnerung|提醒
alarm wake|alarm väck|wecker wecken|闹
timer countdown|timer|timer|计时
task todo chore|uppgift|aufgabe|务
song music track tune play playlist album|låt musik spela|lied musik spielen|歌 音乐
sound volume loud hear mute|ljud volym|lautstärke ton|声
weather rain forecast temperature snow sunny cold hot|väder regn|wetter regen|天气
location address place position|plats adress|ort adresse standort|地址
country nation state city|land stad|land stadt|国
language translate translation say speak spanish french german|språk översätta|sprache übersetzen|语
name call nickname|namn heter|name heißen heiße|名
old age born birthday|gammal ålder|alt alter|岁
hello hi hey morning greeting|hej hallå|hallo guten|你好
bye goodbye later farewell|hejdå|tschüss wiedersehen|再见
thank thanks appreciate grateful|tack|danke|谢
yes yeah yep sure right correct true affirmative|ja|ja|是
no nope not negative false|nej|nein|不
joke funny laugh humor|skämt rolig|witz lustig|笑
robot bot machine computer ai human real person|robot maskin|roboter maschine|机器
job boss employer occupation company|jobb chef|arbeit chef|工作
deliver delivery ship shipping parcel package shipment|leverans paket leverera|lieferung paket liefern|包裹 送
track status progress|spåra status|verfolgen status|状
insurance insure cover coverage policy|försäkring|versicherung|保险
doctor health medical vaccine shot|läkare vaccin|arzt impfung|医
block freeze lock hold suspend|spärra blockera|sperren gesperrt|冻
activate enable unlock unblock start|aktivera|aktivieren freischalten|激活
history recent past last previous transaction|historik senaste|verlauf letzte umsätze|史
reward point bonus cashback|belöning poäng|prämie punkte|奖
app application website site online|app webbplats|app webseite|网
device bluetooth connect sync pair|enhet ansluta|gerät verbinden|连
home house light lamp|hem hus|haus licht|家
luggage bag suitcase baggage|väska bagage|gepäck koffer|李
possible can able allow may permitted|kan får|kann darf möglich|能
different other else alternative|annan annat|andere anders|别
twice double duplicate again repeat|igen dubbel|doppelt nochmal wieder|再
why reason cause how come|varför|warum wieso|为什么
person friend people someone else|vän person|freund person|朋
complain complaint unhappy disappointed angry|klaga klagomål missnöjd|beschwerde beschweren unzufrieden|诉
question ask inquiry wonder answer|fråga undrar svar|frage fragen antwort|问
agent representative operator staff employee human|handläggare personal|mitarbeiter berater|客服
contract agreement terms plan subscription|avtal abonnemang|vertrag abo|合同
document form paper certificate pdf copy|dokument blankett intyg|dokument formular unterlagen|文
sign signature|underteckna signatur|unterschreiben unterschrift|签
apply application request file submit register enroll|ansöka ansökan|beantragen antrag|申
approve approved accept accepted grant granted|godkänna godkänd|genehmigt bewilligt|批
foreign international overseas abroad worldwide|utländsk internationell|ausland international|外
bank branch office store|bank kontor butik|bank filiale laden|行
cheque check checkbook|check|scheck|票
top topup load fund refill recharge|fylla påfyllning|aufladen|充
auto automatic automatically recurring standing|automatisk stående|automatisch dauerauftrag|自动
virtual disposable online digital|virtuell digital|virtuell digital|虚
physical plastic actual|fysisk|physisch|实
contactless tap touch nfc|kontaktlös blippa|kontaktlos|触
extra additional surcharge unexpected hidden|extra oväntad|zusätzlich extra|额
unknown unrecognized unfamiliar strange weird|okänd konstig|unbekannt seltsam|陌
child kid son daughter teen family baby|barn son dotter familj|kind kinder sohn tochter|孩
wife husband spouse partner|fru man|ehefrau ehemann|妻
eat drink coffee tea beer water|dricka kaffe|trinken kaffee|喝
dog cat pet animal|hund katt djur|hund katze tier|宠
movie film show tv watch series|film serie|film serie|影
game play sport team match|spel match|spiel sport|游
read book story news article|läsa bok nyheter|lesen buch nachrichten|读
school study learn class college course|skola studera kurs|schule studium kurs|学
number digit figure amount count many|nummer antal|nummer anzahl|号
plus minus divide multiply sum math equal square root percent|plus gånger|plus mal geteilt|加
inch meter cup ounce gram pound liter measure convert|mått|maß|克
event birthday party anniversary|evenemang fest kalas|feier geburtstag|节
plan agenda calendar diary schedule|kalender planera|kalender plan|历
shop grocery supermarket list|handla affär lista|einkaufen liste|单
oil engine motor brake maintenance mechanic|olja motor|öl motor werkstatt|油
battery charge plug socket outlet charger adapter dead|batteri ladda uttag|akku laden steckdose|电
document passport visa|pass visum|pass visum|护
train bus subway ticket station|tåg buss biljett|zug bus fahrkarte ticket|车
speak talk say voice accent whisper quiet|prata röst|sprechen stimme|说
stop quit pause halt|sluta stanna|aufhören anhalten|停
next following upcoming later future|nästa kommande|nächste kommende|下
kind type sort category|typ sort|art typ|类
enough sufficient afford|räcker tillräckligt|genug reicht|够
safe secure security danger risk|säker säkerhet|sicher sicherheit|安
sick ill pain hurt injury|sjuk ont|krank schmerzen|病
size weight tall height|storlek vikt|größe gewicht|大
rent lease hire|hyra|mieten miete|租
invest stock share market fund retirement pension|investera aktie pension|investieren aktien rente|股
score rating rank grade|poäng betyg|bewertung note|分
expire expiration valid until renew|giltig förnya utgår|gültig ablauf verlängern|效
maybe perhaps unsure possibly uncertain|kanske|vielleicht|也许
who whom whose|vem vems|wer wessen|谁
`;
