import { expect, test } from 'vitest';
import { isPlace } from '../../../src/core/announcement/place.ts';

test.each([
  '示例交易中心 301 开标室',
  '佛山市公共资源交易中心高明分中心',
  '高明区荷城街道示例路 18 号',
  '301 开标室（同时网上直播）',
  '示例大厦十二楼会议室，开标过程在线公开',
])('%s是去得了的地方', (text) => {
  expect(isPlace(text)).toBe(true);
});

test.each([
  '网上',
  '网上开标大厅',
  '佛山市公共资源交易中心网上开标大厅',
  '不见面开标厅',
  '广东省公共资源交易平台',
  '全国公共资源交易平台（广东省）',
  '示例产权网上交易系统 https://www.example.gov.cn/trade/301/',
  'www.example.gov.cn',
  '登录示例平台下载',
  '线上远程开标',
  '腾讯会议 123 456 789',
  '',
])('%s不是地方', (text) => {
  expect(isPlace(text)).toBe(false);
});
