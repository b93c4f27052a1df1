/**
 * The passwords of the demo, which everybody may know, and their hashes: made once, because a market is planted often and
 * hashing is slow on purpose.
 */
export const demoPasswords: Readonly<Record<string, { readonly password: string; readonly hash: string }>> = {
  "buyer@craftlocal.test": {
    password: "demo-buyer",
    hash: "$argon2id$v=19$m=19456,t=2,p=1$9MA2lLYRWw0RiaNOn5yhSQ$ZDUHMoMqhEihSwSofCa2Ra0+m5QtLlUzI7H+pzdUS5U"
  },
  "guest-buyer@craftlocal.test": {
    password: "demo-guest",
    hash: "$argon2id$v=19$m=19456,t=2,p=1$L2NGCsTH3nb7ALZrxDr6Zw$IpTeonCye9qPcStlHduGosh8rCCl8HR6eoK3FatG/9M"
  },
  "seller@craftlocal.test": {
    password: "demo-seller",
    hash: "$argon2id$v=19$m=19456,t=2,p=1$FWovSEB0dMCd9LWmzB2S4g$P5qX342YyPCbm77a9Lr0bX3N0klWpYM5DP4WxGPfHhc"
  },
  "seller2@craftlocal.test": {
    password: "demo-seller2",
    hash: "$argon2id$v=19$m=19456,t=2,p=1$ijW8td72OwcoNRJ8vPy3Lg$VGg+Th9JYicU+SutT90A43Bmp2O3YD5QqIBuuHsx+Qc"
  },
  "admin@craftlocal.test": {
    password: "demo-admin",
    hash: "$argon2id$v=19$m=19456,t=2,p=1$iczeCFEYSDdMMhh8juU8Zg$VMO2t8avMbcHV+RmQA7/cDOZb+CYLYA9dezKxygIn4g"
  }
}
