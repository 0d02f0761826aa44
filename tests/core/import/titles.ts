/**
 * Titles as platforms write them, all invented, with the category that is known from the column, or `—`, and what they
 * are: the id of the type, `?` where the title leaves it open. Behind `→` the category, where the title says it.
 */
export const TITLES = `
construction | 示例路市政道路改造工程施工招标公告 | tender-notice
construction | 示例路市政道路改造工程（第一标段）施工招标公告（第二次） | tender-notice
construction | 示例路市政道路改造工程施工招标公告（重新招标） | tender-notice
construction | 示例中学宿舍楼监理招标公告 | tender-notice
construction | 【示例市】示例中学宿舍楼勘察设计招标公告 | tender-notice
construction | 示例水厂扩建工程资格预审公告（代招标公告） | prequalification-notice
construction | 示例水厂扩建工程招标资格预审公告 | prequalification-notice
construction | 示例水厂扩建工程资格预审公告(代招标公告)[文件获取中] | prequalification-notice
construction | 示例水厂扩建工程资格预审结果公示 | prequalification-result
construction | 示例水厂扩建工程投标邀请书 | tender-invitation
construction | 示例大道工程招标公告变更公告 | correction-notice
construction | 示例大道工程招标公告变更 | correction-notice
construction | 示例大道工程招标变更公告（一） | correction-notice
construction | 示例大道工程招标更正公告 | correction-notice
construction | 示例大道工程更正公告（第二次） | correction-notice
construction | 示例大道工程招标公告（更正） | correction-notice
construction | 示例大道工程招标公告（第一次变更） | correction-notice
construction | 示例大道工程招标公告【变更公告】 | correction-notice
construction | 示例大道工程开标延期公告 | correction-notice
construction | 关于示例大道工程延期开标的公告 | ?
construction | 示例大道工程中标结果公告更正 | correction-notice
construction | 示例大道工程中标候选人公示更正公告 | correction-notice
construction | 示例大道工程中标结果更正公告 | correction-notice
construction | 示例大道工程答疑澄清 | clarification
construction | 示例大道工程答疑澄清公告 | clarification
construction | 示例大道工程招标文件澄清 | clarification
construction | 示例大道工程答疑纪要 | clarification
construction | 示例大道工程补遗书（一） | clarification
construction | 示例大道工程补遗公告第2号 | clarification
construction | 示例大道工程澄清公告2 | clarification
construction | 示例大道工程招标控制价公告 | price-ceiling-notice
construction | 示例大道工程最高投标限价公示 | price-ceiling-notice
construction | 示例大道工程招标控制价公布 | price-ceiling-notice
construction | 示例大道工程开标记录 | opening-record
construction | 示例大道工程开标结果公示 | opening-record
construction | 示例大道工程中标候选人公示 | candidate-notice
construction | 示例大道工程（二标段）中标候选人公示（第二次） | candidate-notice
construction | 示例大道工程中标候选人公布 | candidate-notice
construction | 示例大道工程评标结果公示 | candidate-notice
construction | 示例大道工程预中标公示 | candidate-notice
construction | 示例大道工程中标公示 | ?
construction | 示例大道工程中标结果公告 | award-notice
construction | 示例大道工程中标结果公示 | award-notice
construction | 示例大道工程中标公告 | award-notice
construction | 示例大道工程中标结果 | award-notice
construction | 示例大道工程定标结果公示 | award-notice
construction | 示例大道工程招标代理机构比选结果公告 | ?
construction | 示例大道工程招标代理机构比选公告 | ?
construction | 示例大道工程拟中标公示 | ?
construction | 示例大道工程流标公告 | failed-tender-notice
construction | 示例大道工程流标公示 | failed-tender-notice
construction | 示例大道工程流标 | failed-tender-notice
construction | 示例大道工程废标公告 | failed-tender-notice
construction | 示例大道工程招标公告（流标） | failed-tender-notice
construction | 示例大道工程招标终止公告 | termination-notice
construction | 示例大道工程终止招标公告 | termination-notice
construction | 关于示例大道工程终止招标的公告 | termination-notice
construction | 示例大道工程异常公告 | ?
construction | 示例大道工程暂停公告 | suspension-notice
construction | 示例大道工程中止招标公告 | suspension-notice
construction | 示例大道工程恢复招标公告 | resumption-notice
construction | 示例大道工程施工合同公告 | contract-notice
construction | 示例大道工程合同订立信息公开 | contract-notice
construction | 示例大道工程合同变更公示 | contract-change-notice
construction | 示例大道工程合同终止公告 | contract-termination-notice
construction | 示例大道工程竣工验收公告 | performance-notice
construction | 示例大道工程异议答复 | objection-reply
construction | 示例大道工程投诉处理决定书 | complaint-decision
construction | 示例镇2026年第二季度招标计划 | tender-plan
construction | 关于做好示例大道工程招标公告更正的通知 | ?
construction | 示例大道工程非招标公告 | ?
construction | 示例大道工程招标公告（项目编号：SLGC-2026-01） | tender-notice
procurement | 示例小学教学设备采购公开招标公告 | tender-notice
procurement | 示例小学教学设备采购项目招标公告（第二次） | tender-notice
procurement | 示例小学教学设备竞争性磋商公告 | competitive-consultation
procurement | 示例小学教学设备竞争性磋商采购公告（二次） | competitive-consultation
procurement | 示例小学教学设备竞争性谈判公告 | competitive-negotiation
procurement | 示例小学教学设备询价公告 | inquiry-notice
procurement | 示例小学教学设备网上竞价公告 | bidding-notice
procurement | 示例小学教学设备竞争性磋商项目采购公告 | competitive-consultation
procurement | 示例小学教学设备采购公告 | ?
procurement | 示例小学食堂服务资格预审公告 | prequalification-notice
procurement | 示例局2026年5月至6月政府采购意向 | procurement-intention
procurement | 示例局2026年采购意向公开 | procurement-intention
procurement | 示例局系统运维单一来源采购公示 | single-source-notice
procurement | 示例局系统运维单一来源公示 | single-source-notice
procurement | 关于示例局系统运维拟采用单一来源采购方式的公示 | single-source-notice
procurement | 示例局系统运维单一来源采购成交公告 | deal-notice
procurement | 示例市物业管理框架协议采购征集公告 | framework-solicitation
procurement | 示例市物业管理框架协议采购入围结果公告 | framework-shortlist
procurement | 示例市物业管理框架协议第二阶段成交结果公告 | framework-deals
procurement | 示例小学教学设备采购更正公告 | correction-notice
procurement | 示例小学教学设备采购更正公告（第二次） | correction-notice
procurement | 示例小学教学设备中标结果更正公告 | correction-notice
procurement | 示例小学教学设备采购项目中标公告更正 | correction-notice
procurement | 示例小学教学设备采购公开招标公告【更正】 | correction-notice
procurement | 示例小学教学设备采购澄清公告 | correction-notice
procurement | 示例小学教学设备采购暂停公告 | suspension-notice
procurement | 示例小学教学设备采购项目恢复采购公告 | resumption-notice
procurement | 示例小学教学设备采购废标公告 | termination-notice
procurement | 示例小学教学设备采购流标公告 | termination-notice
procurement | 示例小学教学设备采购终止公告 | termination-notice
procurement | 示例小学教学设备采购废标（终止）公告 | termination-notice
procurement | 示例小学教学设备采购中标公告 | award-notice
procurement | 示例小学教学设备采购中标结果公告 | award-notice
procurement | 示例小学教学设备采购中标（成交）结果公告 | result-notice
procurement | 示例小学教学设备采购中标(成交)结果公告 | result-notice
procurement | 示例小学教学设备采购成交结果公告 | deal-notice
procurement | 示例小学教学设备采购成交公告 | deal-notice
procurement | 示例小学教学设备采购结果公告 | result-notice
procurement | 示例小学教学设备采购合同公告 | contract-notice
procurement | 示例小学教学设备政府采购合同公告 | contract-notice
procurement | 示例小学教学设备采购合同变更公告 | contract-change-notice
procurement | 示例小学教学设备采购履约验收公告 | acceptance-notice
procurement | 示例小学教学设备采购投诉处理结果公告 | complaint-decision
procurement | 示例市政府采购监督检查处理结果公告 | supervision-decision
procurement | 2025年度集中采购机构考核结果公告 | agency-appraisal
procurement | 示例小学中标候选人公示 | ?
procurement | 示例局未中标公告 | ?
procurement | 示例局变更后的招标公告 | ?
land | 示例区国有建设用地使用权挂牌出让公告 | land-grant-notice
land | 示例区国有建设用地使用权挂牌出让公告（示例土告字〔2026〕3号） | land-grant-notice
land | 示例区国有建设用地使用权挂牌出让公告（示例土告字[2026]3号） | land-grant-notice
land | 示例区国有建设用地使用权挂牌出让公告 示例土告字（2026）3号 | land-grant-notice
land | 示例区自然资源局国有建设用地使用权拍卖出让公告 | land-grant-notice
land | 示例区国有建设用地使用权网上挂牌出让公告补充公告 | correction-notice
land | 示例区国有建设用地使用权挂牌出让变更公告 | correction-notice
land | 示例区国有建设用地使用权出让中止公告 | suspension-notice
land | 示例区国有建设用地使用权出让终止公告 | termination-notice
land | 示例区国有建设用地使用权成交公示 | land-grant-result
land | 示例区国有建设用地使用权挂牌出让结果公示 | land-grant-result
land | 示例地块流拍公告 | land-grant-result
land | 示例区国有建设用地使用权协议出让意向公示 | land-agreement-notice
land | 示例区国有建设用地使用权协议出让结果公示 | land-agreement-result
land | 示例学校用地划拨用地公示 | land-allocation
land | 示例镇建筑用花岗岩矿采矿权挂牌出让公告 | mining-grant-notice
land | 示例镇建筑用花岗岩矿采矿权网上挂牌出让公告 | mining-grant-notice
land | 示例镇建筑用花岗岩矿采矿权挂牌出让结果公示 | mining-grant-result
land | 示例镇建筑用花岗岩矿采矿权成交公示 | mining-grant-result
land | 示例镇采矿权协议出让公示 | mining-agreement-notice
land | 示例镇采矿权转让公示 | mining-transfer-notice
land | 示例区2026年度国有建设用地供应计划 | supply-plan
property | 示例路8号首层商铺公开招租公告 | asset-lease
property | 示例村鱼塘出租公告 | asset-lease
property | 示例村鱼塘资产租赁公告（第三次） | asset-lease
property | 示例路8号首层商铺招租公告[报名中] | asset-lease
property | 示例公司35%股权转让公告 | property-transfer
property | 示例公司35%股权转让预披露公告 | property-transfer-preview
property | 示例公司增资扩股公告 | capital-increase
property | 示例公司旧设备资产转让公告 | asset-transfer
property | 示例局公务车拍卖公告 | auction-notice
property | 示例村鱼塘出租延期公告 | extension-notice
property | 示例村鱼塘招租变更公告 | correction-notice
property | 示例村鱼塘出租项目中止公告 | suspension-notice
property | 示例村鱼塘出租项目终结公告 | termination-notice
property | 示例村鱼塘出租流标公告 | termination-notice
property | 示例村鱼塘出租成交公示 | asset-lease-result
property | 示例村鱼塘招租结果公示 | asset-lease-result
property | 示例公司35%股权成交公示 | property-transfer-result
property | 示例设备成交公示 | ?
property | 示例商铺挂牌公告 | ?
property | 示例公司报废车辆转让公告 | asset-transfer
property | 示例公司35%股权转让结果公示 | property-transfer-result
property | 示例债权转让公告 | ?
property | 示例公司增资结果公示 | capital-increase-result
general | 关于调整交易大厅作息时间的通知 | notice
general | 关于2026年国庆节放假安排的公告 | public-notice
general | 关于公开征求《进场规程》意见的公告 | consultation
general | 示例公司行政处罚决定书 | penalty-decision
general | 关于示例人员名单的公示 | publicity-notice
— | 关于调整交易大厅作息时间的通知 | notice → general
— | 示例小学教学设备竞争性磋商公告 | competitive-consultation → procurement
— | 示例小学教学设备单一来源采购公示 | single-source-notice → procurement
— | 示例局2026年5月政府采购意向 | procurement-intention → procurement
— | 示例大道工程中标候选人公示 | candidate-notice → construction
— | 示例大道工程招标控制价公告 | price-ceiling-notice → construction
— | 示例区国有建设用地使用权挂牌出让公告 | land-grant-notice → land
— | 示例镇花岗岩矿采矿权出让结果公示 | mining-grant-result → land
— | 示例路8号首层商铺公开招租公告 | asset-lease → property
— | 示例公司35%股权转让公告 | property-transfer → property
— | 示例大道工程招标公告 | ?
— | 示例中学实验室公开招标公告 | ?
— | 示例大堤加固工程评标结果公示 | candidate-notice → construction
— | 示例大道工程流标公告 | ?
— | 示例项目成交公示 | ?
— | 示例项目更正公告 | ?
— | 示例项目合同公告 | ?
— | 关于示例大道工程延期开标的公告 | ?
— | 关于示例大道工程招标文件有关问题的通知 | ?
— | 关于进一步规范招标投标活动的通知 | notice → general
— | 关于示例采购项目延期的通知 | ?
— | 办事指南 | ?
`
  .trim()
  .split('\n')
  .map((line) => {
    const [category, title, meant] = line.split(' | ');
    const [type, found] = meant!.split(' → ');
    return {
      category: category!,
      title: title!,
      type: type!,
      found: found ?? (category === '—' ? undefined : category!),
    };
  });
