# syntax=docker/dockerfile:1

# What the program needs to run: its packages, an empty database that new ones are copied from (making it takes a
# gigabyte of memory, copying it does not), and an empty folder for its data.
FROM node:26-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --loglevel=error --no-update-notifier
COPY scripts/prepare-store.ts ./scripts/
COPY src ./src
RUN node scripts/prepare-store.ts && mv node_modules/.cache ./cache && mkdir .rethink

FROM node:26-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=dependencies --chown=node:node /app/cache ./node_modules/.cache
COPY --from=dependencies --chown=node:node /app/.rethink ./.rethink
COPY package.json LICENSE ./
COPY commands ./commands
COPY prompts ./prompts
COPY src ./src
USER node
# The embedded database. With DATABASE_URL set it stays empty.
VOLUME ["/app/.rethink"]
CMD ["node", "src/cli.ts", "start"]
