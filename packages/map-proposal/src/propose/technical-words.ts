/**
 * Words that say of which kind a piece of code is and not what it is about; in the singular. A folder
 * of such a name is a layer: what is in it belongs to many.
 */
export const technicalWords: ReadonlySet<string> = new Set(
  `
  action adapter admin alias api app application asset async atom backend base bin block boot bootstrap
  build builder bull card cache chunk ci class cli client clientside codegen code command common commonjs
  component composable config configuration const constant container contract context control controller core
  cron crud css custom dal dao dashboard data database db decorator default demo dev devtool dialog dist
  doc dto dx e2e editor element endpoint entity entrypoint enum env error ee enterprise oss event-bus esm
  example exception export express ext extension external factory fastify file filter fixture font
  form fragment frontend function generated generic global graphql grid guard guide handler hash header
  helper hoc home hook hono html http i18n icon image impl implementation index infra infrastructure init inner
  input integration interceptor interface internal intl job-queue kit koa lang layer layout lib library link-to
  list listener loader local locale localization log logger logging main mapper markdown mcp menu message-bus
  middleware migration mixin mobile mock modal model module monorepo mutation native nest new next node
  npm object old openapi operation option orm outer overview package page pagination param parser patch pipe
  platform plugin pod policy polyfill pool-client popover postgre presentation presenter primitive prisma private
  processor proto prototype provider public query queue react reducer redux registry remix repo repository
  request requirement resolver resource response rest root route router routing rpc runtime schema scene
  screen script sdk section selector seed serializer server serverless service setup shared sheet shim sidebar
  skeleton snapshot socket spec specification sql src slice stack stat state static storage store storybook story
  stub style stylesheet sub subscriber subscription-client support svelte svg swr system tab table
  task tdb temp template test testing theme tool tooling translation trpc type typescript typing ui
  universal upgrade usecase util utility v1 v2 v3 valibot validation validator value vendor version view vite vue
  web website widget worker wrapper www zod zustand a an the of for with to in on by and or is use get set
  create update delete find make add remove edit upsert fetch send check process handle load save list show
  only live misc other general simple single multi unit functional abstract abstraction ts js tsx jsx
  bar cell chart count definition detail email mail mailer engine field framework getter item job logic mark
  menus picker relation result rule setting step devkit dynamic rich text notice logo icon button preview entry
  phrase translate alteration experience homepage datatable number shell col row chip
  desktop android ios electron storefront console playground sandbox dev-server public-api
  `
    .split(/\s+/u)
    .filter((word) => word !== ""),
);
