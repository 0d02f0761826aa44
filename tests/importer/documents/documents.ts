import {
  docx,
  field,
  item,
  lists,
  OF_WPS,
  OFFICIAL,
  oldTextBox,
  p,
  picture,
  r,
  tbl,
  tc,
  textBox,
  title,
  tr,
  type Made,
} from './make.ts';

/** A document made by a script, with the words that Word shows of it, line by line, and what is told of it. */
interface Sample {
  name: string;
  made: Made | string;
  shows?: readonly string[];
  told?: readonly string[];
  /** A part of the sentence that refuses it. */
  refused?: string;
}

const bold = '<w:b/>';
const superscript = '<w:vertAlign w:val="superscript"/>';
const wingdings = '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>';
const style = (id: string, name: string, properties: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${properties}</w:style>`;
const change = (kind: string, content: string): string =>
  `<w:${kind} w:id="1" w:author="示例" w:date="2026-01-01T00:00:00Z">${content}</w:${kind}>`;

export const samples: readonly Sample[] = [
  {
    name: '自动编号一、（一）1.（1）①，下一级从头数',
    made: {
      numbering: lists([OFFICIAL]),
      body: [
        item('招标条件', 1),
        item('项目概况', 1, 1),
        item('建设地点', 1, 2),
        item('建设规模', 1, 2),
        item('道路', 1, 3),
        item('排水', 1, 3),
        item('管径', 1, 4),
        item('资金来源', 1, 1),
        item('财政资金', 1, 2),
        item('投标人资格', 1),
        item('资质', 1, 1),
      ].join(''),
    },
    shows: [
      '一、招标条件',
      '（一）项目概况',
      '1. 建设地点',
      '2. 建设规模',
      '（1）道路',
      '（2）排水',
      '① 管径',
      '（二）资金来源',
      '1. 财政资金',
      '二、投标人资格',
      '（一）资质',
    ],
  },
  {
    name: '编号写在样式里，标题样式带编号',
    made: {
      numbering: lists([
        [
          ['chineseCountingThousand', '第%1章', '<w:pStyle w:val="H"/><w:suff w:val="space"/>'],
          ['decimal', '%1.%2', '<w:pStyle w:val="S"/><w:isLgl/>'],
        ],
      ]),
      styles: [
        style(
          'H',
          'heading 1',
          '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>',
        ),
        style('S', '条', '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'),
      ].join(''),
      body: ['总则', '须知']
        .map((text) => p(text, '<w:pStyle w:val="H"/>') + p('范围', '<w:pStyle w:val="S"/>'))
        .join(''),
    },
    shows: ['第一章 总则', '1.1 范围', '第二章 须知', '2.1 范围'],
  },
  {
    name: '第二个列表从头开始，第三个接着数',
    made: {
      numbering: lists(
        [[['decimal', '%1.']]],
        '<w:num w:numId="7"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num><w:num w:numId="8"><w:abstractNumId w:val="0"/></w:num>',
      ),
      body: [item('甲', 1), item('乙', 1), p('另：'), item('丙', 7), item('丁', 7), item('戊', 8)].join(''),
    },
    shows: ['1. 甲', '2. 乙', '另：', '1. 丙', '2. 丁', '3. 戊'],
  },
  {
    name: '各种数字：全角、罗马、字母、天干、带圈、从五开始、不认识的',
    made: {
      numbering: lists([
        [['decimalFullWidth', '%1．']],
        [['upperRoman', '%1.']],
        [['lowerLetter', '%1)']],
        [['ideographTraditional', '%1、']],
        [['ideographEnclosedCircle', '%1']],
        [['chineseCounting', '（%1）', '<w:start w:val="10"/>']],
        [['thaiNumbers', '%1)']],
      ]),
      body: [1, 2, 3, 4, 5, 6, 7].map((list) => item('甲', list) + item('乙', list)).join(''),
    },
    shows: [
      '１．甲',
      '２．乙',
      'I. 甲',
      'II. 乙',
      'a) 甲',
      'b) 乙',
      '甲、甲',
      '乙、乙',
      '㈠ 甲',
      '㈡ 乙',
      '（十）甲',
      '（十一）乙',
      '1) 甲',
      '2) 乙',
    ],
    told: ['编号的样式认不出来，2 处写成了阿拉伯数字，请核对：“1)”、“2)”'],
  },
  {
    name: '项目符号、勾选框',
    made: {
      numbering: lists([
        [['bullet', '\uf06c', '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>']],
        [['bullet', '\uf0aa']],
      ]),
      body:
        item('符号', 1) +
        item('别的字体的符号', 2) +
        p(r('R', wingdings) + r('是 ') + r('\u00a3', wingdings) + r('否')) +
        p(`<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${r('已落实')}`),
    },
    shows: ['● 符号', '• 别的字体的符号', '☑是 □否', '☑已落实'],
  },
  {
    name: '横着合并、竖着合并的单元格，少一格的行，老式合并',
    made: tbl([
      tr([tc('标段', '<w:vMerge w:val="restart"/>'), tc('报价', '<w:gridSpan w:val="2"/>')]),
      tr([tc('', '<w:vMerge/>'), '投标价', '下浮率']),
      tr([tc('甲', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), '乙']),
      tr(['丙', '丁'], '<w:gridBefore w:val="1"/>'),
    ]),
    shows: ['标段', '报价', '投标价', '下浮率', '甲', '乙', '丙', '丁'],
  },
  {
    name: '表格里的表格',
    made: tbl([tr(['外', tc(p('内：') + tbl([tr(['一', '二'])]) + p(''))])]),
    shows: ['外', '内：', '一', '二'],
  },
  {
    name: '文本框：两种写法写了两遍的只读一遍，老式的，框里有框，WPS 的',
    made: {
      attributes: OF_WPS,
      body:
        p(r('正文一') + textBox(p('框甲') + tbl([tr(['格'])]))) +
        p(r('正文二') + oldTextBox(p(r('框乙') + oldTextBox(p('框丙')))) + textBox(p('框丁'))) +
        p('正文三'),
    },
    shows: ['正文一', '框甲', '格', '正文二', '框乙', '框丙', '框丁', '正文三'],
    told: ['文本框 4 个里的字放在了它旁边那一段的后面，核对次序'],
  },
  {
    name: '艺术字',
    made: p('<w:r><w:pict><v:shape><v:textpath string="招标公告"/></v:shape></w:pict></w:r>') + p('正文'),
    shows: ['招标公告', '正文'],
  },
  {
    name: '修订：插入、删除',
    made: p(
      r('预算 ') +
        change('del', '<w:r><w:delText>100</w:delText></w:r>') +
        change('ins', r('200')) +
        change('ins', r('0')) +
        r(' 万元'),
    ),
    refused: '没有处理的修订（插入 1 处、删除 1 处）',
  },
  {
    name: '修订：移动、段落标记、表格行、编号',
    made:
      p(change('moveFrom', r('甲'))) +
      p(change('moveTo', r('甲'))) +
      p('乙', `<w:rPr>${change('del', '')}</w:rPr>`) +
      tbl([tr(['丙'], change('ins', ''))]) +
      p('丁', `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>${change('pPrChange', '<w:pPr/>')}`),
    refused: '没有处理的修订（插入 1 处、删除 1 处、移动 1 处、编号改动 1 处）',
  },
  {
    name: '修订：只有页眉、脚注里有',
    made: {
      body: p('正文'),
      footnotes: `<w:footnote w:id="2">${p(change('ins', r('新')))}</w:footnote>`,
      edges: { 'header1.xml': p(change('del', '<w:r><w:delText>旧</w:delText></w:r>')) },
    },
    refused: '没有处理的修订（插入 1 处、删除 1 处）',
  },
  {
    name: '只改过格式的修订不碍事',
    made: p(r('正文', `${bold}${change('rPrChange', '<w:rPr/>')}`), change('pPrChange', '<w:pPr/>')),
    shows: ['正文'],
  },
  {
    name: '批注',
    made: {
      body: p(
        `<w:commentRangeStart w:id="0"/>${r('预算 100 万元')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
      ),
      comments: `<w:comment w:id="0" w:author="示例">${p('这个数再问一下')}</w:comment>`,
    },
    shows: ['预算 100 万元'],
    told: ['批注 1 条没有带过来，它们不是正文'],
  },
  {
    name: '脚注、尾注',
    made: {
      body:
        p(
          r('预算 100') +
            '<w:r><w:footnoteReference w:id="2"/></w:r>' +
            r('万元') +
            '<w:r><w:endnoteReference w:id="2"/></w:r>',
        ) + p('完'),
      footnotes: `<w:footnote w:id="0" w:type="separator">${p('')}</w:footnote><w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r('含税')}`)}</w:footnote>`,
      endnotes: `<w:endnote w:id="2">${p('财政资金') + p('第二段')}</w:endnote>`,
    },
    shows: ['预算 100〔注1〕万元〔注2〕', '完', '〔注1〕含税', '〔注2〕财政资金', '第二段'],
    told: ['脚注、尾注 2 条移到了文末，用〔注1〕这样的记号对应'],
  },
  {
    name: '页眉、页脚：有字的说一声，只有页码的不提',
    made: {
      body: p('正文'),
      edges: {
        'header1.xml': p('项目编号：GM-JS-2026-901'),
        'footer1.xml': p(r('第 ') + field(' PAGE ', '1') + r(' 页')),
      },
    },
    shows: ['正文'],
    told: ['页眉没有带过来：“项目编号：GM-JS-2026-901”'],
  },
  {
    name: '域：链接、引用、页码、日期、下拉、勾选、带圈字符、目录',
    made: {
      body:
        p(
          field(
            ' TOC \\o "1-3" ',
            r('一、招标条件') + '<w:r><w:tab/></w:r>' + field(' PAGEREF _Toc1 \\h ', '3'),
          ),
        ) +
        p(r('网址 ') + field(' HYPERLINK "https://www.example.cn/" ', 'www.example.cn')) +
        p(r('见') + field(' REF _Ref1 \\h ', '第三条')) +
        p(r('日期 ') + field(' DATE \\@ "yyyy年M月d日" ', '2026年3月2日')) +
        p(field(' EQ \\o\\ac(○,3) ') + r('条')) +
        p(
          field(
            ' FORMCHECKBOX ',
            undefined,
            '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>',
          ) + r('同意'),
        ) +
        p(
          field(
            ' FORMDROPDOWN ',
            undefined,
            '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="否"/><w:listEntry w:val="是"/></w:ddList></w:ffData>',
          ),
        ) +
        p(`<w:fldSimple w:instr=" AUTHOR ">${r('示例单位')}</w:fldSimple>`) +
        p(field(' EQ \\f(1,2) ') + r('的')),
    },
    shows: ['网址 www.example.cn', '见第三条', '日期 2026年3月2日', '③条', '☑同意', '是', '示例单位', '的'],
    told: [
      '目录 1 处没有带过来：网页不分页，页码没有用',
      '域 1 处没有显示出来的字，没有带过来',
      '自动更新的日期 1 处，带过来的是文件里最后存的那个，请核对',
    ],
  },
  {
    name: '内容控件、智能标记、还没填的控件',
    made:
      `<w:sdt><w:sdtPr/><w:sdtContent>${p('控件里的段')}</w:sdtContent></w:sdt>` +
      p(
        `${r('采购人：')}<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${r('示例学校')}</w:sdtContent></w:sdt>`,
      ) +
      p(
        `${r('联系人：')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('单击此处输入文字。')}</w:sdtContent></w:sdt>`,
      ) +
      p(`<w:smartTag w:element="place">${r('佛山')}</w:smartTag><w:customXml>${r('市')}</w:customXml>`) +
      tbl([`<w:tr><w:sdt><w:sdtContent>${tc('格')}</w:sdtContent></w:sdt></w:tr>`]),
    shows: ['控件里的段', '采购人：示例学校', '联系人：', '佛山市', '格'],
    told: ['填表控件 1 处还没有填，提示文字没有带过来'],
  },
  {
    name: '软回车、制表符、换页、不间断连字符、全角空格',
    made:
      p(
        `<w:r><w:t>采购人：示例学校</w:t><w:br/><w:t>地址：示例路</w:t><w:cr/><w:t>电话：0757-00001234</w:t></w:r>`,
      ) +
      p('<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br w:type="page"/><w:t>丙</w:t></w:r>') +
      p('<w:r><w:t>GM</w:t><w:noBreakHyphen/><w:t>JS</w:t><w:softHyphen/><w:t>01</w:t></w:r>') +
      p('　　开头有全角空格'),
    shows: [
      '采购人：示例学校',
      '地址：示例路',
      '电话：0757-00001234',
      '甲 乙',
      '丙',
      'GM-JS01',
      '开头有全角空格',
    ],
  },
  {
    name: '公章的图、图表、嵌入的文件',
    made:
      p(r('示例单位') + picture()) +
      p('<w:r><w:pict><v:shape><v:imagedata r:id="rId9"/></v:shape></w:pict></w:r>') +
      p(
        '<w:r><w:object><v:shape><v:imagedata r:id="rId9"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12" r:id="rId8"/></w:object></w:r>',
      ) +
      p(
        '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
      ),
    shows: ['示例单位'],
    told: [
      '图 2 处没有带过来（公章、照片、扫描的图），要公开的放进附件',
      '图表 1 处没有带过来',
      '嵌在里面的文件 1 个没有带过来，要公开的单独放进附件',
    ],
  },
  {
    name: '横排的节、分栏、每节各有页面',
    made:
      p('竖', '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>') +
      p(
        '横',
        '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:cols w:num="2"/></w:sectPr>',
      ) +
      p('再竖'),
    shows: ['竖', '横', '再竖'],
  },
  {
    name: '隐藏文字：自己写的、样式里写的、隐藏的行',
    made: {
      styles: `<w:style w:type="character" w:styleId="X"><w:name w:val="x"/><w:rPr><w:vanish/></w:rPr></w:style>`,
      body:
        p(
          r('看得见') +
            r('底价 90 ', '<w:vanish/>') +
            r('万元', '<w:vanish/>') +
            r('的') +
            r('内部', '<w:rStyle w:val="X"/>') +
            r('不隐藏', '<w:vanish w:val="0"/>'),
        ) + tbl([tr(['一']), tr(['二'], '<w:hidden/>')]),
    },
    shows: ['看得见的不隐藏', '一'],
    told: ['隐藏文字 3 处没有带过来：“二”、“底价 90”、“内部”'],
  },
  {
    name: '合并单元格里盖住的字',
    made: tbl([tr([tc('甲', '<w:vMerge w:val="restart"/>'), '一']), tr([tc('旧字', '<w:vMerge/>'), '二'])]),
    shows: ['甲', '一', '二'],
    told: ['合并单元格里看不见的字 1 处没有带过来：“旧字”'],
  },
  {
    name: '删除线、上标、下标、全部大写',
    made:
      p(r('预算') + r('100', '<w:strike/>') + r('200万元')) +
      p(
        r('面积 980m') +
          r('2', superscript) +
          r('，H') +
          r('2', '<w:vertAlign w:val="subscript"/>') +
          r('O，第1') +
          r('st', superscript),
      ) +
      p(r('gm-js-2026', '<w:caps/>')),
    shows: ['预算100200万元', '面积 980m²，H₂O，第1st', 'GM-JS-2026'],
  },
  {
    name: '公式',
    made: p(
      `${r('得分 = ')}<m:oMath><m:f><m:num><m:r><m:t>最低价</m:t></m:r></m:num><m:den><m:r><m:t>报价</m:t></m:r></m:den></m:f><m:r><m:t>×100</m:t></m:r></m:oMath>`,
    ),
    shows: ['得分 = (最低价)/(报价)×100'],
    told: ['公式 1 处改写成了一行，请核对：“(最低价)/(报价)×100”'],
  },
  {
    name: '嵌进来的整个文件（altChunk）',
    made: p('正文') + '<w:altChunk r:id="rId5"/>',
    refused: '1 处内容是整个嵌进来的别的文件',
  },
  {
    name: '链接',
    made: {
      body: p(
        `${r('登录')}<w:hyperlink r:id="rId1">${r('示例平台')}</w:hyperlink><w:hyperlink w:anchor="a">${r('见下')}</w:hyperlink><w:bookmarkStart w:id="0" w:name="a"/>`,
      ),
      links: [['rId1', 'hyperlink', 'https://www.example.cn/?a=1&amp;b=2']],
    },
    shows: ['登录示例平台见下'],
  },
  {
    name: '外面的模板和图不去取',
    made: {
      body: p(r('正文') + picture('rIdFar').replace('r:embed', 'r:link')),
      links: [
        ['rIdFar', 'image', 'http://127.0.0.1:9/a.png'],
        ['rIdTemplate', 'attachedTemplate', 'http://127.0.0.1:9/a.dotm'],
      ],
    },
    shows: ['正文'],
    told: ['图 1 处没有带过来（公章、照片、扫描的图），要公开的放进附件'],
  },
  {
    name: '宏：字读进来，宏说一声',
    made: { body: p('正文'), files: { 'word/vbaProject.bin': new Uint8Array(10) } },
    shows: ['正文'],
    told: ['文件里有宏，只读了文字，没有运行'],
  },
  {
    name: '包里有一个名字指到外面去',
    made: {
      body: p('正文'),
      files: { '../../outside.txt': new Uint8Array(3), '..\\outside.bat': new Uint8Array(3) },
    },
    shows: ['正文'],
  },
  {
    name: '外部实体',
    made: {
      body: p('正文'),
      files: {
        'word/document.xml': new TextEncoder().encode(
          '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>',
        ),
      },
    },
    refused: '外部实体声明（DOCTYPE）',
  },
  {
    name: '压缩炸弹',
    made: { body: p('正文'), files: { 'word/media/image1.png': new Uint8Array(60 * 1024 * 1024) } },
    refused: '解开以后有',
  },
  {
    name: '一层套一层的元素',
    made: `${'<w:tbl><w:tr><w:tc>'.repeat(400)}${p('深')}${'</w:tc></w:tr></w:tbl>'.repeat(400)}`,
    refused: '文件坏了',
  },
  {
    name: '没有写完的 XML',
    made: '<w:p><w:r><w:t>半',
    refused: '文件坏了',
  },
  {
    name: '严格的 OOXML：别的命名空间',
    made: {
      body: p('正文'),
      files: {
        'word/document.xml': new TextEncoder().encode(
          '<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><body><p><pPr><jc val="center"/></pPr><r><t>甲</t></r></p><tbl><tr><tc><p><r><t>乙</t></r></p></tc></tr></tbl></body></document>',
        ),
      },
    },
    shows: ['甲', '乙'],
  },
  {
    name: '标题居中、加粗，样式里的加粗',
    made: {
      styles: style('B', '小标题', '<w:rPr><w:b/></w:rPr>'),
      body: title('示例道路工程招标公告') + p('招标条件', '<w:pStyle w:val="B"/>'),
    },
    shows: ['示例道路工程招标公告', '招标条件'],
  },
];

/** The bytes of a sample. */
export const bytesOf = ({ made }: Sample): Uint8Array => docx(made);
