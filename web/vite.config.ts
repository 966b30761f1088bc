import { defineConfig } from "vite";

// The server serves the console from its wwwroot. During development the mock server (npm run mock) answers the API.
export default defineConfig({
  base: "./",
  build: {
    outDir: "../src/Vedette.Server/wwwroot",
    emptyOutDir: true,
    target: "es2023",
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
  },
  worker: { format: "es" },
  server: { host: "127.0.0.1", proxy: { "/api": { target: "http://127.0.0.1:8090", ws: true } } },
});
